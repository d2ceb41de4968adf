import type { Texts } from "./en"

/** What messages say, in German. */
export const de: Texts = {
  common: {
    greeting: "Guten Tag {name},",
    greeting_unnamed: "Guten Tag,",
    closing: "Freundliche Grüße",
    footer:
      "Sie erhalten diese Nachricht wegen der Bestellung {order} bei {store}.",
    view_order: "Bestellung ansehen",
    item: "{quantity} × {title}",
    shipping: "Versand: {title}",
    outstanding: "Guthaben nach Änderungen an Ihrer Bestellung",
    unallocated: "Erstattung",
    total: "Summe",
    note: "Hinweis von {store}",
    reason: "Begründung",
    contact: "Wenn Sie das anders sehen, wenden Sie sich bitte an uns.",
  },
  refund: {
    on_its_way_subject: "Ihre Erstattung von {amount} ist unterwegs",
    on_its_way:
      "Ihre Erstattung von {amount} zur Bestellung {order} ist auf dem Weg zu Ihnen. Sie geht auf dem Weg zurück, auf dem Sie bezahlt haben.",
    succeeded_subject: "Wir haben Ihnen {amount} erstattet",
    succeeded:
      "Wir haben Ihnen {amount} zur Bestellung {order} erstattet, und zwar auf dem Weg, auf dem Sie bezahlt haben.",
    another_way_subject: "Ihre Erstattung von {amount} wurde ausgezahlt",
    another_way:
      "Ihre Erstattung von {amount} zur Bestellung {order} wurde auf einem anderen Weg ausgezahlt als dem, auf dem Sie bezahlt haben.",
    partly_another_way:
      "Wir haben Ihnen {amount} zur Bestellung {order} erstattet. Ein Teil davon wurde auf einem anderen Weg ausgezahlt als dem, auf dem Sie bezahlt haben.",
    expected:
      "Das Geld sollte zwischen dem {from} und dem {to} auf Ihrem Konto sein. Manche Banken zeigen es später an.",
    reversal:
      "Die ursprüngliche Belastung wird aufgehoben: Sie verschwindet von Ihrer Abrechnung, eine eigene Gutschrift sehen Sie dort deshalb nicht.",
    reversal_part:
      "{amount} davon sind eine aufgehobene Belastung: Diese verschwindet von Ihrer Abrechnung, eine eigene Gutschrift sehen Sie dafür nicht.",
    trace:
      "Sollten Sie das Geld nicht finden, kann Ihre Bank es mit dieser Referenz suchen:",
    reference: "Referenz der Bank",
    failed_subject: "Ihre Erstattung von {amount} ist nicht angekommen",
    failed:
      "Leider konnte Ihre Erstattung von {amount} zur Bestellung {order} nicht ausgezahlt werden. Das Geld hat Sie nicht erreicht.",
    failed_part:
      "Leider konnten {failed} Ihrer Erstattung von {amount} zur Bestellung {order} nicht ausgezahlt werden. Dieser Teil hat Sie nicht erreicht.",
    failed_after_success:
      "Am {date} haben wir Ihnen mitgeteilt, dass diese Erstattung ausgezahlt ist. Seitdem ist das Geld an uns zurückgekommen. Das tut uns leid.",
    failed_next:
      "Sie verlieren nichts: Wir schulden Ihnen weiterhin {failed}. Wir zahlen den Betrag erneut oder auf einem anderen Weg, Sie müssen nichts tun. Wurde Ihre Karte oder Ihr Konto geschlossen, sagen Sie uns bitte Bescheid.",
    withdrawn_subject: "Ihre Erstattung von {amount} wird nicht ausgezahlt",
    withdrawn:
      "Wir hatten Ihnen eine Erstattung von {amount} zur Bestellung {order} angekündigt. Sie wurde zurückgenommen und wird nicht ausgezahlt. Wenn Sie das nicht erwartet haben, wenden Sie sich bitte an uns.",
  },
  edit: {
    link_subject:
      "Bitte zahlen Sie {amount} für die Änderung der Bestellung {order}",
    link: "Ihre Bestellung {order} wurde geändert, {amount} sind noch zu zahlen. Wenn Sie inzwischen bezahlt haben, müssen Sie nichts tun.",
    pay: "{amount} zahlen",
  },
  request: {
    received_subject: "Ihre Anfrage zur Bestellung {order} ist eingegangen",
    received:
      "Vielen Dank. Ihre Anfrage auf Erstattung ist am {date} bei uns eingegangen, wir antworten so bald wie möglich.",
    asked: "Ihre Anfrage",
    message: "Ihre Nachricht",
    view: "Anfrage ansehen",
    approved_subject: "Ihre Anfrage zur Bestellung {order} wurde angenommen",
    approved:
      "Wir haben Ihre Anfrage auf Erstattung zur Bestellung {order} angenommen.",
    approved_amount: "Sie bekommen {amount} zurück.",
    approved_return: "Bitte senden Sie die Ware an uns zurück.",
    approved_next: "Zur Zahlung schreiben wir Ihnen noch einmal.",
    declined_subject: "Ihre Anfrage zur Bestellung {order} wurde abgelehnt",
    declined:
      "Wir haben Ihre Anfrage auf Erstattung zur Bestellung {order} geprüft und können sie nicht annehmen.",
    question_subject: "Eine Frage zu Ihrer Anfrage zur Bestellung {order}",
    question:
      "Bevor wir über Ihre Anfrage auf Erstattung zur Bestellung {order} entscheiden können, haben wir eine Frage:",
    answer: "Frage beantworten",
  },
  withdrawal: {
    acknowledged_subject: "Ihr Widerruf zur Bestellung {order} ist eingegangen",
    acknowledged:
      "Wir bestätigen, dass Ihr Widerruf des Vertrags zur Bestellung {order} am {date} bei uns eingegangen ist.",
    declaration: "Ihre Erklärung",
    received_at: "Eingegangen",
    name: "Name",
    email: "E-Mail",
    goods: "Waren",
    whole_order: "die gesamte Bestellung",
    send_back:
      "Bitte senden Sie die Ware binnen 14 Tagen ab Ihrer Erklärung zurück, falls das noch nicht geschehen ist.",
    refund_after_goods:
      "Was Ihnen zusteht, erstatten wir binnen 14 Tagen ab dem Eingang Ihrer Erklärung. Wir dürfen warten, bis die Ware wieder bei uns ist oder Sie nachgewiesen haben, dass Sie sie abgesandt haben.",
    refund:
      "Was Ihnen zusteht, erstatten wir binnen 14 Tagen ab dem Eingang Ihrer Erklärung.",
    keep: "Bitte bewahren Sie diese Nachricht auf.",
    invalid_subject: "Ihre Widerrufserklärung zur Bestellung {order}",
    invalid:
      "Wir haben die Widerrufserklärung zur Bestellung {order} geprüft, die uns am {date} erreicht hat. Nach unserer Auffassung ist der Widerruf nicht wirksam.",
  },
  access: {
    subject: "Ihr Link zur Bestellung {order}",
    link: "Sie haben einen Link zu Ihrer Bestellung {order} bei {store} angefordert. Damit können Sie ohne Anmeldung Erstattungen verfolgen und eine anfragen.",
    open: "Bestellung öffnen",
    until:
      "Der Link gilt bis {date}. Bitte geben Sie ihn nicht weiter: Wer ihn hat, kann Ihre Bestellung sehen.",
    not_you:
      "Wenn Sie ihn nicht angefordert haben, können Sie diese Nachricht ignorieren.",
  },
}
