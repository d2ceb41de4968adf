import type { Texts } from "./en"

/** What messages say, in Dutch. */
export const nl: Texts = {
  common: {
    greeting: "Beste {name},",
    greeting_unnamed: "Hallo,",
    closing: "Met vriendelijke groet,",
    footer: "U ontvangt dit bericht vanwege bestelling {order} bij {store}.",
    view_order: "Bekijk uw bestelling",
    item: "{quantity} × {title}",
    shipping: "Verzending: {title}",
    outstanding: "Tegoed na wijzigingen in uw bestelling",
    unallocated: "Terugbetaling",
    total: "Totaal",
    note: "Bericht van {store}",
    reason: "Reden",
    contact: "Bent u het er niet mee eens, neem dan contact met ons op.",
  },
  refund: {
    on_its_way_subject: "Uw terugbetaling van {amount} is onderweg",
    on_its_way:
      "Uw terugbetaling van {amount} voor bestelling {order} is onderweg. Het geld gaat terug naar de betaalmethode waarmee u hebt betaald.",
    succeeded_subject: "Wij hebben u {amount} terugbetaald",
    succeeded:
      "Wij hebben u {amount} voor bestelling {order} terugbetaald naar de betaalmethode waarmee u hebt betaald.",
    another_way_subject: "Uw terugbetaling van {amount} is uitbetaald",
    another_way:
      "Uw terugbetaling van {amount} voor bestelling {order} is op een andere manier uitbetaald dan naar de betaalmethode waarmee u hebt betaald.",
    partly_another_way:
      "Wij hebben u {amount} voor bestelling {order} terugbetaald. Een deel is op een andere manier uitbetaald dan naar de betaalmethode waarmee u hebt betaald.",
    expected:
      "Het geld staat naar verwachting tussen {from} en {to} op uw rekening. Sommige banken tonen het later.",
    reversal:
      "De oorspronkelijke afschrijving wordt geannuleerd: die verdwijnt van uw afschrift, u ziet daar dus geen aparte terugbetaling.",
    reversal_part:
      "{amount} daarvan is een geannuleerde afschrijving: die verdwijnt van uw afschrift, u ziet daarvoor dus geen aparte terugbetaling.",
    trace:
      "Vindt u het geld niet, dan kan uw bank het met dit kenmerk opzoeken:",
    reference: "Kenmerk van de bank",
    failed_subject: "Uw terugbetaling van {amount} is niet gelukt",
    failed:
      "Helaas kon uw terugbetaling van {amount} voor bestelling {order} niet worden uitbetaald. Het geld heeft u niet bereikt.",
    failed_part:
      "Helaas kon {failed} van uw terugbetaling van {amount} voor bestelling {order} niet worden uitbetaald. Dat deel heeft u niet bereikt.",
    failed_after_success:
      "Op {date} schreven wij u dat deze terugbetaling was uitbetaald. Sindsdien is het geld naar ons teruggekomen. Dat spijt ons.",
    failed_next:
      "U verliest niets: wij zijn u nog steeds {failed} verschuldigd. Wij betalen het opnieuw of op een andere manier, u hoeft niets te doen. Is uw kaart of rekening opgeheven, laat het ons dan weten.",
    withdrawn_subject: "Uw terugbetaling van {amount} wordt niet uitbetaald",
    withdrawn:
      "Wij hadden u een terugbetaling van {amount} voor bestelling {order} aangekondigd. Die is ingetrokken en wordt niet uitbetaald. Had u dit niet verwacht, neem dan contact met ons op.",
  },
  edit: {
    link_subject: "Betaal {amount} voor de wijziging van bestelling {order}",
    link: "Uw bestelling {order} is gewijzigd en {amount} moet nog worden betaald. Hebt u intussen betaald, dan hoeft u niets te doen.",
    pay: "Betaal {amount}",
  },
  request: {
    received_subject: "Wij hebben uw verzoek voor bestelling {order} ontvangen",
    received:
      "Dank u. Wij hebben uw verzoek om terugbetaling op {date} ontvangen en antwoorden zo snel mogelijk.",
    asked: "Uw verzoek",
    message: "Uw bericht",
    view: "Bekijk uw verzoek",
    approved_subject: "Uw verzoek voor bestelling {order} is goedgekeurd",
    approved:
      "Wij hebben uw verzoek om terugbetaling voor bestelling {order} goedgekeurd.",
    approved_amount: "U krijgt {amount} terug.",
    approved_return: "Stuur de artikelen alstublieft naar ons terug.",
    approved_next: "Over de betaling schrijven wij u opnieuw.",
    declined_subject: "Uw verzoek voor bestelling {order} is afgewezen",
    declined:
      "Wij hebben uw verzoek om terugbetaling voor bestelling {order} bekeken en kunnen het niet goedkeuren.",
    question_subject: "Een vraag over uw verzoek voor bestelling {order}",
    question:
      "Voordat wij over uw verzoek om terugbetaling voor bestelling {order} kunnen beslissen, hebben wij een vraag:",
    answer: "Beantwoord de vraag",
  },
  withdrawal: {
    acknowledged_subject:
      "Wij hebben uw herroeping ontvangen, bestelling {order}",
    acknowledged:
      "Wij bevestigen dat wij uw herroeping van de overeenkomst voor bestelling {order} op {date} hebben ontvangen.",
    declaration: "Uw verklaring",
    received_at: "Ontvangen",
    name: "Naam",
    email: "E-mailadres",
    goods: "Artikelen",
    whole_order: "de hele bestelling",
    send_back:
      "Stuur de artikelen binnen 14 dagen na uw verklaring terug, als u dat nog niet hebt gedaan.",
    refund_after_goods:
      "Wij betalen terug waar u recht op hebt binnen 14 dagen na ontvangst van uw verklaring. Wij mogen wachten tot wij de artikelen terug hebben of u hebt aangetoond dat u ze hebt verzonden.",
    refund:
      "Wij betalen terug waar u recht op hebt binnen 14 dagen na ontvangst van uw verklaring.",
    keep: "Bewaar dit bericht alstublieft.",
    invalid_subject: "Uw verklaring van herroeping, bestelling {order}",
    invalid:
      "Wij hebben de verklaring van herroeping voor bestelling {order} bekeken die ons op {date} heeft bereikt. Naar onze mening is de herroeping niet geldig.",
  },
  access: {
    subject: "Uw link naar bestelling {order}",
    link: "U hebt om een link naar uw bestelling {order} bij {store} gevraagd. Daarmee kunt u zonder in te loggen terugbetalingen volgen en er een aanvragen.",
    open: "Open uw bestelling",
    until:
      "De link werkt tot {date}. Geef hem niet door: wie hem heeft, kan uw bestelling zien.",
    not_you: "Hebt u er niet om gevraagd, dan kunt u dit bericht negeren.",
  },
}
