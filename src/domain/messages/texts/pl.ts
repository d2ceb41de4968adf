import type { Texts } from "./en"

/** What messages say, in Polish. */
export const pl: Texts = {
  common: {
    greeting: "Dzień dobry, {name},",
    greeting_unnamed: "Dzień dobry,",
    closing: "Z poważaniem,",
    footer:
      "Otrzymują Państwo tę wiadomość w związku z zamówieniem {order} w {store}.",
    view_order: "Zobacz zamówienie",
    item: "{quantity} × {title}",
    shipping: "Wysyłka: {title}",
    outstanding: "Należność po zmianach w zamówieniu",
    unallocated: "Zwrot pieniędzy",
    total: "Razem",
    note: "Wiadomość od {store}",
    reason: "Uzasadnienie",
    contact: "Jeśli uważają Państwo inaczej, prosimy o kontakt.",
  },
  refund: {
    on_its_way_subject: "Zwrot {amount} jest w drodze",
    on_its_way:
      "Zwrot {amount} za zamówienie {order} jest w drodze. Pieniądze wracają tą samą metodą, którą dokonano płatności.",
    succeeded_subject: "Zwróciliśmy {amount}",
    succeeded:
      "Zwróciliśmy {amount} za zamówienie {order} tą samą metodą, którą dokonano płatności.",
    another_way_subject: "Zwrot {amount} został wypłacony",
    another_way:
      "Zwrot {amount} za zamówienie {order} został wypłacony w inny sposób niż metodą, którą dokonano płatności.",
    partly_another_way:
      "Zwróciliśmy {amount} za zamówienie {order}. Część została wypłacona w inny sposób niż metodą, którą dokonano płatności.",
    expected:
      "Pieniądze powinny być na koncie między {from} a {to}. Niektóre banki pokazują je później.",
    reversal:
      "Pierwotne obciążenie zostaje anulowane: znika z wyciągu, dlatego osobny zwrot się na nim nie pojawi.",
    reversal_part:
      "{amount} z tej kwoty to anulowane obciążenie: znika ono z wyciągu, dlatego osobny zwrot się na nim nie pojawi.",
    trace:
      "Jeśli nie widać pieniędzy, bank może je odnaleźć po tym numerze referencyjnym:",
    reference: "Numer referencyjny banku",
    failed_subject: "Zwrot {amount} nie doszedł do skutku",
    failed:
      "Niestety zwrotu {amount} za zamówienie {order} nie udało się wypłacić. Pieniądze do Państwa nie dotarły.",
    failed_part:
      "Niestety {failed} ze zwrotu {amount} za zamówienie {order} nie udało się wypłacić. Ta część do Państwa nie dotarła.",
    failed_after_success:
      "W wiadomości z dnia {date} napisaliśmy, że ten zwrot został wypłacony. Od tego czasu pieniądze wróciły do nas. Przepraszamy.",
    failed_next:
      "Nic Państwo nie tracą: nadal jesteśmy Państwu winni {failed}. Wypłacimy tę kwotę ponownie lub w inny sposób i nie trzeba nic robić. Jeśli karta lub konto zostały zamknięte, prosimy dać nam znać.",
    withdrawn_subject: "Zwrot {amount} nie zostanie wypłacony",
    withdrawn:
      "Zapowiedzieliśmy zwrot {amount} za zamówienie {order}. Został on wycofany i nie zostanie wypłacony. Jeśli to niespodzianka, prosimy o kontakt.",
  },
  edit: {
    link_subject: "Prosimy o zapłatę {amount} za zmianę zamówienia {order}",
    link: "Zamówienie {order} zostało zmienione i do zapłaty pozostaje {amount}. Jeśli płatność już nastąpiła, nie trzeba nic robić.",
    pay: "Zapłać {amount}",
  },
  request: {
    received_subject: "Otrzymaliśmy wniosek dotyczący zamówienia {order}",
    received:
      "Dziękujemy. Wniosek o zwrot pieniędzy otrzymaliśmy dnia {date} i odpowiemy najszybciej, jak to możliwe.",
    asked: "Wniosek",
    message: "Treść wiadomości",
    view: "Zobacz wniosek",
    approved_subject: "Wniosek dotyczący zamówienia {order} został przyjęty",
    approved: "Przyjęliśmy wniosek o zwrot pieniędzy za zamówienie {order}.",
    approved_amount: "Zwrócimy {amount}.",
    approved_return: "Prosimy o odesłanie towaru.",
    approved_next: "O wypłacie napiszemy w osobnej wiadomości.",
    declined_subject: "Wniosek dotyczący zamówienia {order} został odrzucony",
    declined:
      "Rozpatrzyliśmy wniosek o zwrot pieniędzy za zamówienie {order} i nie możemy go przyjąć.",
    question_subject: "Pytanie o wniosek dotyczący zamówienia {order}",
    question:
      "Zanim zdecydujemy o wniosku o zwrot pieniędzy za zamówienie {order}, mamy pytanie:",
    answer: "Odpowiedz na pytanie",
  },
  withdrawal: {
    acknowledged_subject:
      "Otrzymaliśmy odstąpienie od umowy, zamówienie {order}",
    acknowledged:
      "Potwierdzamy, że oświadczenie o odstąpieniu od umowy dotyczące zamówienia {order} otrzymaliśmy dnia {date}.",
    declaration: "Treść oświadczenia",
    received_at: "Otrzymano",
    name: "Imię i nazwisko",
    email: "Adres e-mail",
    goods: "Towary",
    whole_order: "całe zamówienie",
    send_back:
      "Prosimy odesłać towar w ciągu 14 dni od oświadczenia, jeśli jeszcze to nie nastąpiło.",
    refund_after_goods:
      "Należną kwotę zwrócimy w ciągu 14 dni od otrzymania oświadczenia. Możemy poczekać, aż otrzymamy towar z powrotem lub dowód jego odesłania.",
    refund: "Należną kwotę zwrócimy w ciągu 14 dni od otrzymania oświadczenia.",
    keep: "Prosimy zachować tę wiadomość.",
    invalid_subject: "Oświadczenie o odstąpieniu od umowy, zamówienie {order}",
    invalid:
      "Rozpatrzyliśmy oświadczenie o odstąpieniu od umowy dotyczące zamówienia {order}, które dotarło do nas dnia {date}. Naszym zdaniem odstąpienie nie jest skuteczne.",
  },
  access: {
    subject: "Link do zamówienia {order}",
    link: "Na Państwa prośbę przesyłamy link do zamówienia {order} w {store}. Pozwala on śledzić zwroty i złożyć wniosek o zwrot bez logowania.",
    open: "Otwórz zamówienie",
    until:
      "Link działa do {date}. Prosimy go nie przekazywać: kto go ma, może zobaczyć zamówienie.",
    not_you:
      "Jeśli ta prośba nie pochodzi od Państwa, można zignorować tę wiadomość.",
  },
}
