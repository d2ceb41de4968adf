import type { Texts } from "./en"

/** What messages say, in Spanish. */
export const es: Texts = {
  common: {
    greeting: "Hola, {name}:",
    greeting_unnamed: "Hola:",
    closing: "Un saludo,",
    footer: "Recibe este mensaje por el pedido {order} en {store}.",
    view_order: "Ver su pedido",
    item: "{quantity} × {title}",
    shipping: "Envío: {title}",
    outstanding: "Importe a su favor tras los cambios en su pedido",
    unallocated: "Reembolso",
    total: "Total",
    note: "Nota de {store}",
    reason: "Motivo",
    contact: "Si no está de acuerdo, póngase en contacto con nosotros.",
  },
  refund: {
    on_its_way_subject: "Su reembolso de {amount} está en camino",
    on_its_way:
      "Su reembolso de {amount} del pedido {order} está en camino. Se devuelve por el mismo medio con el que pagó.",
    succeeded_subject: "Le hemos reembolsado {amount}",
    succeeded:
      "Le hemos reembolsado {amount} del pedido {order} por el mismo medio con el que pagó.",
    another_way_subject: "Su reembolso de {amount} se ha pagado",
    another_way:
      "Su reembolso de {amount} del pedido {order} se ha pagado por un medio distinto de aquel con el que pagó.",
    partly_another_way:
      "Le hemos reembolsado {amount} del pedido {order}. Una parte se ha pagado por un medio distinto de aquel con el que pagó.",
    expected:
      "El dinero debería estar en su cuenta entre el {from} y el {to}. Algunos bancos tardan más en mostrarlo.",
    reversal:
      "El cargo original se anula: desaparece de su extracto, por lo que no verá en él un reembolso aparte.",
    reversal_part:
      "{amount} corresponden a un cargo anulado: ese cargo desaparece de su extracto, por lo que no verá en él un reembolso aparte.",
    trace:
      "Si no encuentra el dinero, su banco puede localizarlo con esta referencia:",
    reference: "Referencia bancaria",
    failed_subject: "Su reembolso de {amount} no se ha completado",
    failed:
      "Lamentablemente, su reembolso de {amount} del pedido {order} no se ha podido pagar. El dinero no le ha llegado.",
    failed_part:
      "Lamentablemente, {failed} de su reembolso de {amount} del pedido {order} no se han podido pagar. Esa parte no le ha llegado.",
    failed_after_success:
      "El {date} le dijimos que este reembolso estaba pagado. Desde entonces, el dinero ha vuelto a nosotros. Lo sentimos.",
    failed_next:
      "No pierde nada: le seguimos debiendo {failed}. Se lo pagaremos de nuevo o por otro medio, y usted no tiene que hacer nada. Si su tarjeta o su cuenta se ha cerrado, avísenos, por favor.",
    withdrawn_subject: "Su reembolso de {amount} no se pagará",
    withdrawn:
      "Le anunciamos un reembolso de {amount} del pedido {order}. Se ha retirado y no se pagará. Si no lo esperaba, póngase en contacto con nosotros.",
  },
  edit: {
    link_subject: "Pague {amount} por el cambio en el pedido {order}",
    link: "Su pedido {order} ha cambiado y quedan {amount} por pagar. Si ya ha pagado, no tiene que hacer nada.",
    pay: "Pagar {amount}",
  },
  request: {
    received_subject: "Hemos recibido su solicitud sobre el pedido {order}",
    received:
      "Gracias. Recibimos su solicitud de reembolso el {date} y responderemos lo antes posible.",
    asked: "Su solicitud",
    message: "Su mensaje",
    view: "Ver su solicitud",
    approved_subject: "Su solicitud sobre el pedido {order} está aprobada",
    approved: "Hemos aprobado su solicitud de reembolso del pedido {order}.",
    approved_amount: "Se le devuelven {amount}.",
    approved_return: "Por favor, devuélvanos los artículos.",
    approved_next: "Le escribiremos de nuevo sobre el pago.",
    declined_subject: "Su solicitud sobre el pedido {order} se ha rechazado",
    declined:
      "Hemos examinado su solicitud de reembolso del pedido {order} y no podemos aprobarla.",
    question_subject: "Una pregunta sobre su solicitud del pedido {order}",
    question:
      "Antes de decidir sobre su solicitud de reembolso del pedido {order}, tenemos una pregunta:",
    answer: "Responder a la pregunta",
  },
  withdrawal: {
    acknowledged_subject: "Hemos recibido su desistimiento, pedido {order}",
    acknowledged:
      "Confirmamos que recibimos su desistimiento del contrato del pedido {order} el {date}.",
    declaration: "Su declaración",
    received_at: "Recibida",
    name: "Nombre",
    email: "Correo electrónico",
    goods: "Artículos",
    whole_order: "todo el pedido",
    send_back:
      "Por favor, devuelva los artículos en los 14 días siguientes a su declaración, si aún no lo ha hecho.",
    refund_after_goods:
      "Le reembolsamos lo que le corresponde en los 14 días siguientes a la recepción de su declaración. Podemos esperar hasta recibir los artículos o hasta que demuestre que los ha enviado.",
    refund:
      "Le reembolsamos lo que le corresponde en los 14 días siguientes a la recepción de su declaración.",
    keep: "Conserve este mensaje, por favor.",
    invalid_subject: "Su declaración de desistimiento, pedido {order}",
    invalid:
      "Hemos examinado la declaración de desistimiento del pedido {order} que nos llegó el {date}. A nuestro juicio, el desistimiento no es válido.",
  },
  access: {
    subject: "Su enlace al pedido {order}",
    link: "Ha pedido un enlace a su pedido {order} en {store}. Con él puede seguir los reembolsos y solicitar uno sin iniciar sesión.",
    open: "Abrir su pedido",
    until:
      "El enlace es válido hasta el {date}. No lo comparta: quien lo tenga puede ver su pedido.",
    not_you: "Si no lo ha pedido, puede ignorar este mensaje.",
  },
}
