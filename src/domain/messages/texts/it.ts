import type { Texts } from "./en"

/** What messages say, in Italian. */
export const it: Texts = {
  common: {
    greeting: "Buongiorno {name},",
    greeting_unnamed: "Buongiorno,",
    closing: "Cordiali saluti,",
    footer: "Riceve questo messaggio per l'ordine {order} presso {store}.",
    view_order: "Vedi il Suo ordine",
    item: "{quantity} × {title}",
    shipping: "Spedizione: {title}",
    outstanding: "Dovuto dopo le modifiche al Suo ordine",
    unallocated: "Rimborso",
    total: "Totale",
    note: "Nota di {store}",
    reason: "Motivo",
    contact: "Se non è d'accordo, ci contatti.",
  },
  refund: {
    on_its_way_subject: "Il Suo rimborso di {amount} è in arrivo",
    on_its_way:
      "Il Suo rimborso di {amount} per l'ordine {order} è in arrivo. Torna sul metodo di pagamento che ha usato.",
    succeeded_subject: "Le abbiamo rimborsato {amount}",
    succeeded:
      "Le abbiamo rimborsato {amount} per l'ordine {order} sul metodo di pagamento che ha usato.",
    another_way_subject: "Il Suo rimborso di {amount} è stato pagato",
    another_way:
      "Il Suo rimborso di {amount} per l'ordine {order} è stato pagato in un modo diverso dal metodo di pagamento che ha usato.",
    partly_another_way:
      "Le abbiamo rimborsato {amount} per l'ordine {order}. Una parte è stata pagata in un modo diverso dal metodo di pagamento che ha usato.",
    expected:
      "Il denaro dovrebbe essere sul Suo conto tra il {from} e il {to}. Alcune banche lo mostrano più tardi.",
    reversal:
      "L'addebito originale viene annullato: scompare dal Suo estratto conto, dove quindi non vedrà un rimborso separato.",
    reversal_part:
      "{amount} corrispondono a un addebito annullato: scompare dal Suo estratto conto, dove quindi non vedrà un rimborso separato.",
    trace:
      "Se non trova il denaro, la Sua banca può rintracciarlo con questo riferimento:",
    reference: "Riferimento bancario",
    failed_subject: "Il Suo rimborso di {amount} non è andato a buon fine",
    failed:
      "Purtroppo non è stato possibile pagare il Suo rimborso di {amount} per l'ordine {order}. Il denaro non Le è arrivato.",
    failed_part:
      "Purtroppo non è stato possibile pagare {failed} del Suo rimborso di {amount} per l'ordine {order}. Questa parte non Le è arrivata.",
    failed_after_success:
      "Il {date} Le abbiamo scritto che questo rimborso era stato pagato. Da allora il denaro è tornato a noi. Ci dispiace.",
    failed_next:
      "Non perde nulla: Le dobbiamo ancora {failed}. Lo pagheremo di nuovo o in un altro modo, non deve fare nulla. Se la Sua carta o il Suo conto è stato chiuso, ce lo faccia sapere.",
    withdrawn_subject: "Il Suo rimborso di {amount} non verrà pagato",
    withdrawn:
      "Le avevamo annunciato un rimborso di {amount} per l'ordine {order}. È stato ritirato e non verrà pagato. Se non se lo aspettava, ci contatti.",
  },
  edit: {
    link_subject: "Paghi {amount} per la modifica dell'ordine {order}",
    link: "Il Suo ordine {order} è stato modificato e restano da pagare {amount}. Se nel frattempo ha pagato, non deve fare nulla.",
    pay: "Paga {amount}",
  },
  request: {
    received_subject: "Abbiamo ricevuto la Sua richiesta per l'ordine {order}",
    received:
      "Grazie. Abbiamo ricevuto la Sua richiesta di rimborso il {date} e risponderemo appena possibile.",
    asked: "La Sua richiesta",
    message: "Il Suo messaggio",
    view: "Vedi la richiesta",
    approved_subject: "La Sua richiesta per l'ordine {order} è accolta",
    approved:
      "Abbiamo accolto la Sua richiesta di rimborso per l'ordine {order}.",
    approved_amount: "Le restituiamo {amount}.",
    approved_return: "Ci rispedisca gli articoli.",
    approved_next: "Le scriveremo di nuovo riguardo al pagamento.",
    declined_subject: "La Sua richiesta per l'ordine {order} è respinta",
    declined:
      "Abbiamo esaminato la Sua richiesta di rimborso per l'ordine {order} e non possiamo accoglierla.",
    question_subject: "Una domanda sulla Sua richiesta per l'ordine {order}",
    question:
      "Prima di decidere sulla Sua richiesta di rimborso per l'ordine {order}, abbiamo una domanda:",
    answer: "Rispondi alla domanda",
  },
  withdrawal: {
    acknowledged_subject: "Abbiamo ricevuto il Suo recesso, ordine {order}",
    acknowledged:
      "Confermiamo di aver ricevuto il Suo recesso dal contratto per l'ordine {order} il {date}.",
    declaration: "La Sua dichiarazione",
    received_at: "Ricevuta",
    name: "Nome",
    email: "E-mail",
    goods: "Articoli",
    whole_order: "l'intero ordine",
    send_back:
      "Rispedisca gli articoli entro 14 giorni dalla Sua dichiarazione, se non lo ha già fatto.",
    refund_after_goods:
      "Rimborsiamo quanto Le spetta entro 14 giorni dal ricevimento della Sua dichiarazione. Possiamo attendere di aver ricevuto gli articoli o la prova che li ha spediti.",
    refund:
      "Rimborsiamo quanto Le spetta entro 14 giorni dal ricevimento della Sua dichiarazione.",
    keep: "Conservi questo messaggio.",
    invalid_subject: "La Sua dichiarazione di recesso, ordine {order}",
    invalid:
      "Abbiamo esaminato la dichiarazione di recesso per l'ordine {order} che ci è arrivata il {date}. A nostro avviso il recesso non è efficace.",
  },
  access: {
    subject: "Il Suo link all'ordine {order}",
    link: "Ha chiesto un link al Suo ordine {order} presso {store}. Con esso può seguire i rimborsi e chiederne uno senza accedere.",
    open: "Apri il Suo ordine",
    until:
      "Il link vale fino al {date}. Non lo inoltri: chi lo ha può vedere il Suo ordine.",
    not_you: "Se non lo ha chiesto, può ignorare questo messaggio.",
  },
}
