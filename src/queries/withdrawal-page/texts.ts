/**
 * What the page of a withdrawal says. The names of the two buttons are those of the
 * directive in its official languages, or as clear.
 *
 * Source: Directive (EU) 2023/2673, Article 1(5): Art. 11a(2) and (4) of 2011/83/EU
 */
export type WithdrawalTexts = {
  withdraw: string
  confirm: string
  back: string
  intro: string
  name: string
  order_number: string
  email: string
  parts: string
  parts_hint: string
  whole_order: string
  check: string
  received: string
  mailed: string
  missing: string
  too_often: string
}

const en: WithdrawalTexts = {
  withdraw: "Withdraw from contract here",
  confirm: "Confirm withdrawal",
  back: "Change",
  intro:
    "Tell us which contract you withdraw from. You need not give a reason. You confirm on the next page.",
  name: "Your name",
  order_number: "Order number",
  email: "E-mail address for the acknowledgement",
  parts: "Only a part of the order? Which goods, and how many?",
  parts_hint: "Leave it empty to withdraw from the whole order.",
  whole_order: "The whole order",
  check: "Is everything right?",
  received: "Your withdrawal has been received.",
  mailed: "We have also sent this acknowledgement by e-mail. Please keep it.",
  missing: "Please fill in your name, the order number and an e-mail address.",
  too_often: "Too many declarations in a short time. Please try again later.",
}

const de: WithdrawalTexts = {
  withdraw: "Vertrag widerrufen",
  confirm: "Widerruf bestätigen",
  back: "Ändern",
  intro:
    "Sagen Sie uns, welchen Vertrag Sie widerrufen. Gründe müssen Sie nicht nennen. Auf der nächsten Seite bestätigen Sie.",
  name: "Ihr Name",
  order_number: "Bestellnummer",
  email: "E-Mail-Adresse für die Eingangsbestätigung",
  parts: "Nur ein Teil der Bestellung? Welche Waren, und wie viele?",
  parts_hint:
    "Lassen Sie das Feld leer, um die ganze Bestellung zu widerrufen.",
  whole_order: "Die ganze Bestellung",
  check: "Stimmt alles?",
  received: "Ihr Widerruf ist eingegangen.",
  mailed:
    "Diese Bestätigung haben wir Ihnen auch per E-Mail geschickt. Bitte bewahren Sie sie auf.",
  missing:
    "Bitte geben Sie Ihren Namen, die Bestellnummer und eine E-Mail-Adresse an.",
  too_often:
    "Zu viele Erklärungen in kurzer Zeit. Bitte versuchen Sie es später noch einmal.",
}

const fr: WithdrawalTexts = {
  withdraw: "Renoncer au contrat ici",
  confirm: "Confirmer la rétractation",
  back: "Modifier",
  intro:
    "Indiquez-nous le contrat auquel vous renoncez. Vous n’avez pas à donner de motif. Vous confirmez à la page suivante.",
  name: "Votre nom",
  order_number: "Numéro de commande",
  email: "Adresse e-mail pour l’accusé de réception",
  parts: "Une partie de la commande seulement ? Quels articles, et combien ?",
  parts_hint: "Laissez ce champ vide pour renoncer à toute la commande.",
  whole_order: "Toute la commande",
  check: "Tout est-il exact ?",
  received: "Votre rétractation a bien été reçue.",
  mailed:
    "Nous vous avons aussi envoyé cet accusé de réception par e-mail. Conservez-le.",
  missing:
    "Veuillez indiquer votre nom, le numéro de commande et une adresse e-mail.",
  too_often:
    "Trop de déclarations en peu de temps. Veuillez réessayer plus tard.",
}

const es: WithdrawalTexts = {
  withdraw: "Desistir del contrato aquí",
  confirm: "Confirmar el desistimiento",
  back: "Modificar",
  intro:
    "Indíquenos de qué contrato desiste. No tiene que dar ningún motivo. Lo confirma en la página siguiente.",
  name: "Su nombre",
  order_number: "Número de pedido",
  email: "Correo electrónico para el acuse de recibo",
  parts: "¿Solo una parte del pedido? ¿Qué artículos y cuántos?",
  parts_hint: "Déjelo vacío para desistir de todo el pedido.",
  whole_order: "Todo el pedido",
  check: "¿Está todo correcto?",
  received: "Hemos recibido su desistimiento.",
  mailed:
    "También le hemos enviado este acuse de recibo por correo electrónico. Guárdelo.",
  missing: "Indique su nombre, el número de pedido y un correo electrónico.",
  too_often:
    "Demasiadas declaraciones en poco tiempo. Inténtelo de nuevo más tarde.",
}

const it: WithdrawalTexts = {
  withdraw: "Recedere dal contratto qui",
  confirm: "Conferma recesso",
  back: "Modifica",
  intro:
    "Ci dica da quale contratto recede. Non deve indicare alcun motivo. Confermerà nella pagina successiva.",
  name: "Il suo nome",
  order_number: "Numero d’ordine",
  email: "Indirizzo e-mail per la conferma di ricezione",
  parts: "Solo una parte dell’ordine? Quali articoli, e quanti?",
  parts_hint: "Lasci vuoto per recedere dall’intero ordine.",
  whole_order: "L’intero ordine",
  check: "È tutto corretto?",
  received: "Il suo recesso è stato ricevuto.",
  mailed: "Le abbiamo inviato questa conferma anche per e-mail. La conservi.",
  missing: "Indichi il suo nome, il numero d’ordine e un indirizzo e-mail.",
  too_often: "Troppe dichiarazioni in poco tempo. Riprovi più tardi.",
}

const pl: WithdrawalTexts = {
  withdraw: "Odstąp od umowy tutaj",
  confirm: "Potwierdź odstąpienie od umowy",
  back: "Zmień",
  intro:
    "Podaj, od której umowy odstępujesz. Nie musisz podawać przyczyny. Potwierdzisz na następnej stronie.",
  name: "Imię i nazwisko",
  order_number: "Numer zamówienia",
  email: "Adres e-mail do potwierdzenia",
  parts: "Tylko część zamówienia? Które towary i ile?",
  parts_hint: "Pozostaw puste, aby odstąpić od całego zamówienia.",
  whole_order: "Całe zamówienie",
  check: "Czy wszystko się zgadza?",
  received: "Twoje odstąpienie od umowy zostało przyjęte.",
  mailed: "To potwierdzenie wysłaliśmy również e-mailem. Zachowaj je.",
  missing: "Podaj imię i nazwisko, numer zamówienia i adres e-mail.",
  too_often:
    "Zbyt wiele oświadczeń w krótkim czasie. Spróbuj ponownie później.",
}

const nl: WithdrawalTexts = {
  withdraw: "Overeenkomst hier herroepen",
  confirm: "Herroeping bevestigen",
  back: "Wijzigen",
  intro:
    "Laat ons weten welke overeenkomst u herroept. U hoeft geen reden op te geven. Op de volgende pagina bevestigt u.",
  name: "Uw naam",
  order_number: "Bestelnummer",
  email: "E-mailadres voor de ontvangstbevestiging",
  parts: "Alleen een deel van de bestelling? Welke artikelen, en hoeveel?",
  parts_hint: "Laat dit leeg om de hele bestelling te herroepen.",
  whole_order: "De hele bestelling",
  check: "Klopt alles?",
  received: "Uw herroeping is ontvangen.",
  mailed:
    "Deze bevestiging hebben wij u ook per e-mail gestuurd. Bewaar haar goed.",
  missing: "Vul uw naam, het bestelnummer en een e-mailadres in.",
  too_often: "Te veel verklaringen in korte tijd. Probeer het later opnieuw.",
}

const TEXTS = { en, de, fr, es, it, pl, nl } as const

export type PageLanguage = keyof typeof TEXTS

export const PAGE_LANGUAGES = Object.keys(TEXTS) as PageLanguage[]

export const withdrawalTexts = (language: PageLanguage): WithdrawalTexts =>
  TEXTS[language]
