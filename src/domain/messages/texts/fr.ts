import type { Texts } from "./en"

/** What messages say, in French. */
export const fr: Texts = {
  common: {
    greeting: "Bonjour {name},",
    greeting_unnamed: "Bonjour,",
    closing: "Cordialement,",
    footer:
      "Vous recevez ce message au sujet de la commande {order} chez {store}.",
    view_order: "Voir votre commande",
    item: "{quantity} × {title}",
    shipping: "Livraison : {title}",
    outstanding: "Dû après la modification de votre commande",
    unallocated: "Remboursement",
    total: "Total",
    note: "Message de {store}",
    reason: "Motif",
    contact: "Si vous n'êtes pas d'accord, veuillez nous contacter.",
  },
  refund: {
    on_its_way_subject: "Votre remboursement de {amount} est en route",
    on_its_way:
      "Votre remboursement de {amount} pour la commande {order} est en route. Il est versé sur le moyen de paiement que vous avez utilisé.",
    succeeded_subject: "Nous vous avons remboursé {amount}",
    succeeded:
      "Nous vous avons remboursé {amount} pour la commande {order}, sur le moyen de paiement que vous avez utilisé.",
    another_way_subject: "Votre remboursement de {amount} a été versé",
    another_way:
      "Votre remboursement de {amount} pour la commande {order} a été versé autrement que sur le moyen de paiement que vous avez utilisé.",
    partly_another_way:
      "Nous vous avons remboursé {amount} pour la commande {order}. Une partie a été versée autrement que sur le moyen de paiement que vous avez utilisé.",
    expected:
      "L'argent devrait être sur votre compte entre le {from} et le {to}. Certaines banques l'affichent plus tard.",
    reversal:
      "Le débit d'origine est annulé : il disparaît de votre relevé, vous n'y verrez donc pas de remboursement distinct.",
    reversal_part:
      "{amount} correspondent à un débit annulé : celui-ci disparaît de votre relevé, vous n'y verrez donc pas de remboursement distinct.",
    trace:
      "Si vous ne trouvez pas l'argent, votre banque peut le rechercher avec cette référence :",
    reference: "Référence bancaire",
    failed_subject: "Votre remboursement de {amount} n'a pas abouti",
    failed:
      "Malheureusement, votre remboursement de {amount} pour la commande {order} n'a pas pu être versé. L'argent ne vous est pas parvenu.",
    failed_part:
      "Malheureusement, {failed} de votre remboursement de {amount} pour la commande {order} n'ont pas pu être versés. Cette partie ne vous est pas parvenue.",
    failed_after_success:
      "Le {date}, nous vous avons annoncé que ce remboursement était versé. Depuis, l'argent nous est revenu. Nous en sommes désolés.",
    failed_next:
      "Vous ne perdez rien : nous vous devons toujours {failed}. Nous verserons cette somme à nouveau ou d'une autre manière, vous n'avez rien à faire. Si votre carte ou votre compte a été fermé, merci de nous le dire.",
    withdrawn_subject: "Votre remboursement de {amount} ne sera pas versé",
    withdrawn:
      "Nous vous avions annoncé un remboursement de {amount} pour la commande {order}. Il a été annulé et ne sera pas versé. Si cela vous surprend, veuillez nous contacter.",
  },
  edit: {
    link_subject:
      "Veuillez payer {amount} pour la modification de la commande {order}",
    link: "Votre commande {order} a été modifiée et {amount} restent à payer. Si vous avez payé entre-temps, vous n'avez rien à faire.",
    pay: "Payer {amount}",
  },
  request: {
    received_subject: "Nous avons reçu votre demande pour la commande {order}",
    received:
      "Merci. Nous avons reçu votre demande de remboursement le {date} et répondrons dès que possible.",
    asked: "Votre demande",
    message: "Votre message",
    view: "Voir votre demande",
    approved_subject: "Votre demande pour la commande {order} est acceptée",
    approved:
      "Nous avons accepté votre demande de remboursement pour la commande {order}.",
    approved_amount: "{amount} vous sont rendus.",
    approved_return: "Veuillez nous renvoyer les articles.",
    approved_next: "Nous vous écrirons de nouveau au sujet du versement.",
    declined_subject: "Votre demande pour la commande {order} est refusée",
    declined:
      "Nous avons examiné votre demande de remboursement pour la commande {order} et ne pouvons pas l'accepter.",
    question_subject: "Une question sur votre demande pour la commande {order}",
    question:
      "Avant de pouvoir décider de votre demande de remboursement pour la commande {order}, nous avons une question :",
    answer: "Répondre à la question",
  },
  withdrawal: {
    acknowledged_subject:
      "Nous avons reçu votre rétractation, commande {order}",
    acknowledged:
      "Nous confirmons avoir reçu votre rétractation du contrat pour la commande {order} le {date}.",
    declaration: "Votre déclaration",
    received_at: "Reçue le",
    name: "Nom",
    email: "E-mail",
    goods: "Articles",
    whole_order: "toute la commande",
    send_back:
      "Veuillez renvoyer les articles dans les 14 jours suivant votre déclaration, si ce n'est pas déjà fait.",
    refund_after_goods:
      "Nous remboursons ce qui vous est dû dans les 14 jours suivant la réception de votre déclaration. Nous pouvons attendre d'avoir récupéré les articles ou d'avoir la preuve de leur expédition.",
    refund:
      "Nous remboursons ce qui vous est dû dans les 14 jours suivant la réception de votre déclaration.",
    keep: "Veuillez conserver ce message.",
    invalid_subject: "Votre déclaration de rétractation, commande {order}",
    invalid:
      "Nous avons examiné la déclaration de rétractation pour la commande {order} qui nous est parvenue le {date}. À notre avis, la rétractation n'est pas valable.",
  },
  access: {
    subject: "Votre lien vers la commande {order}",
    link: "Vous avez demandé un lien vers votre commande {order} chez {store}. Il vous permet de suivre les remboursements et d'en demander un sans vous connecter.",
    open: "Ouvrir votre commande",
    until:
      "Le lien est valable jusqu'au {date}. Ne le transmettez pas : toute personne qui l'a peut voir votre commande.",
    not_you: "Si vous ne l'avez pas demandé, vous pouvez ignorer ce message.",
  },
}
