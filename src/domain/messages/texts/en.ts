/**
 * What messages say, in English: the list of keys that every language has. What is in
 * braces is filled in; a test compares the braces of all languages.
 */
export const en = {
  common: {
    greeting: "Hello {name},",
    greeting_unnamed: "Hello,",
    closing: "Kind regards,",
    footer: "You receive this message because of order {order} at {store}.",
    view_order: "View your order",
    item: "{quantity} × {title}",
    shipping: "Shipping: {title}",
    outstanding: "Owed to you after changes to your order",
    unallocated: "Refund",
    total: "Total",
    note: "Note from {store}",
    reason: "Reason",
    contact: "If you see it differently, please contact us.",
  },
  refund: {
    on_its_way_subject: "Your refund of {amount} is on its way",
    on_its_way:
      "Your refund of {amount} for order {order} is on its way to you. It goes back to the payment method that you paid with.",
    succeeded_subject: "We have refunded {amount}",
    succeeded:
      "We have refunded {amount} for order {order} to the payment method that you paid with.",
    another_way_subject: "Your refund of {amount} has been paid",
    another_way:
      "Your refund of {amount} for order {order} has been paid in another way than to the payment method that you paid with.",
    partly_another_way:
      "We have refunded {amount} for order {order}. A part of it was paid in another way than to the payment method that you paid with.",
    expected:
      "It should be on your account between {from} and {to}. Some banks take longer to show it.",
    reversal:
      "The original charge is cancelled: it disappears from your statement, so you will not see a separate refund there.",
    reversal_part:
      "{amount} of it is a cancelled charge: that charge disappears from your statement, so you will not see a separate refund for it.",
    trace:
      "Should you not find the money, your bank can trace it with this reference:",
    reference: "Bank reference",
    failed_subject: "Your refund of {amount} did not go through",
    failed:
      "Unfortunately your refund of {amount} for order {order} could not be paid out. The money did not reach you.",
    failed_part:
      "Unfortunately {failed} of your refund of {amount} for order {order} could not be paid out. That part did not reach you.",
    failed_after_success:
      "On {date} we told you that this refund had been paid. Since then the money has come back to us. We are sorry.",
    failed_next:
      "You lose nothing: we still owe you {failed}. We will pay it again or in another way, and you need not do anything. If your card or account has been closed, please let us know.",
    withdrawn_subject: "Your refund of {amount} will not be paid out",
    withdrawn:
      "We told you about a refund of {amount} for order {order}. It has been taken back and will not be paid out. If you did not expect this, please contact us.",
  },
  edit: {
    link_subject: "Please pay {amount} for the change to order {order}",
    link: "Your order {order} has been changed, and {amount} is still to be paid. If you have paid in the meantime, you need not do anything.",
    pay: "Pay {amount}",
  },
  request: {
    received_subject: "We have received your request for order {order}",
    received:
      "Thank you. We received your refund request on {date} and will answer as soon as we can.",
    asked: "What you asked for",
    message: "Your message",
    view: "View your request",
    approved_subject: "Your refund request for order {order} is approved",
    approved: "We have approved your refund request for order {order}.",
    approved_amount: "You get {amount} back.",
    approved_return: "Please send the goods back to us.",
    approved_next: "We will write to you again about the payment.",
    declined_subject: "Your refund request for order {order} was declined",
    declined:
      "We have looked at your refund request for order {order} and cannot approve it.",
    question_subject: "A question about your request for order {order}",
    question:
      "Before we can decide on your refund request for order {order}, we have a question:",
    answer: "Answer the question",
  },
  withdrawal: {
    acknowledged_subject: "We have received your withdrawal, order {order}",
    acknowledged:
      "We confirm that we received your withdrawal from the contract for order {order} on {date}.",
    declaration: "Your declaration",
    received_at: "Received",
    name: "Name",
    email: "E-mail",
    goods: "Goods",
    whole_order: "the whole order",
    send_back:
      "Please send the goods back within 14 days of your declaration, if you have not done so yet.",
    refund_after_goods:
      "We refund what is due to you within 14 days of receiving your declaration. We may wait until we have the goods back or you have shown that you sent them.",
    refund:
      "We refund what is due to you within 14 days of receiving your declaration.",
    keep: "Please keep this message.",
    invalid_subject: "Your declaration of withdrawal, order {order}",
    invalid:
      "We have looked at the declaration of withdrawal for order {order} that reached us on {date}. In our view the withdrawal is not effective.",
  },
  access: {
    subject: "Your link to order {order}",
    link: "You asked for a link to your order {order} at {store}. With it you can follow refunds and ask for one without logging in.",
    open: "Open your order",
    until:
      "The link works until {date}. Please do not pass it on: whoever has it can see your order.",
    not_you: "If you did not ask for it, you can ignore this message.",
  },
}

/** The keys of every language. */
export type Texts = typeof en
