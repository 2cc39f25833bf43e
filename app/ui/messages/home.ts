/** Words of Home: setting up, figures, what needs the merchant. */
export const home = {
  title: 'Home',
  pause: {
    action: 'Pause all sending',
    title: 'Pause all sending?',
    text: '{count, plural, =0 {No email is} one {# email is} other {# emails are}} due in the next 24 hours. Nothing more goes out until you resume. What is due waits; an email whose time window ends while it waits is not sent.',
    confirm: 'Pause sending',
    cancel: 'Keep sending',
  },
  banner: {
    sendingBrokenTitle: 'Sending has stopped',
    sendingBroken: 'The email provider stopped it: {detail}',
    guardrailTitle: 'A guardrail stopped sending',
    guardrail_complaints:
      '{count, number} of {sent, number} emails in 7 days were reported as spam; the limit is 0.3 %. What is due waits until its window ends. Find the reason before you resume: mail providers turn against senders above this line.',
    guardrail_bounces:
      '{count, number} of {sent, number} emails in 7 days bounced; the limit is 5 %. What is due waits until its window ends. Check where the addresses come from before you resume.',
    guardrail_harm:
      'Emailed customers spend at least {atLeast} less per customer than held-out ones, even at the kind end of the interval. Look at the report before you resume.',
    viewReports: 'View reports',
    pausedTitle: 'All sending is paused',
    paused:
      '{count, plural, =0 {No email is} one {# email is} other {# emails are}} due in the next 24 hours and will wait.',
    resume: 'Resume sending',
    outboxTitle: 'Emails are going to the Outbox, not to customers',
    outbox:
      'No email provider is connected. Timing, suppression and reports work; {count, plural, =0 {no email was written in the last 90 days} one {# email was written in the last 90 days} other {# emails were written in the last 90 days}}.',
    openOutbox: 'Open Outbox',
    setSender: 'Set sender',
    importingTitle: 'Reading your order history',
    importing:
      '{count, plural, =0 {No orders yet.} one {# order so far.} other {# orders so far.}} You can leave this page. Past orders never start a sequence.',
    importingSixtyDays:
      'Only the last 60 days can be read: the permission to read all orders was not granted.',
    importFailedTitle: 'Reading your order history failed',
    importFailed: 'Shopify said: {error}',
    importFailedUnknown: 'Shopify gave no reason.',
    resumeImport: 'Resume',
    staleTitle: 'Pairings are out of date',
    stale: 'They were last refreshed on {date}, more than 180 days ago.',
    openPairings: 'Open pairings',
  },
  guide: {
    title: 'Setup guide',
    progress: '{done} of {all} steps done',
    expand: 'Show the steps',
    collapse: 'Hide the steps',
    dismiss: 'Dismiss',
    done: 'Done',
    open: 'To do',
    history: 'Read your order history',
    historyText:
      'Encore reads the last months of orders and finds what is bought together. {count, plural, =0 {It has just begun.} one {# order so far.} other {# orders so far.}}',
    historySixtyDays:
      'Encore reads the orders of the last 60 days; the permission to read all orders was not granted. {count, plural, =0 {It has just begun.} one {# order so far.} other {# orders so far.}}',
    historyAction: 'View activity',
    pairings: 'Check your strongest pairings',
    pairingsText: 'Look through the ten strongest, and exclude what you would never recommend.',
    pairingsAction: 'Review pairings',
    sender: 'Set your sender',
    senderText: 'The name and postal address that every email carries. Save both in Settings.',
    senderAction: 'Set sender',
    test: 'Send yourself a test',
    testText: 'See the three emails in your own inbox before a customer does.',
    testAction: 'Send test',
    sequence: 'Turn on the sequence',
    sequenceText: 'Starts with new orders. Past orders never start a sequence.',
    sequenceAction: 'Open sequences',
    advice:
      'Consumables, accessories and kits do best. Luxury goods that are bought once and commodities in one size leave little to recommend.',
  },
  tooSmall: {
    title: 'Not worthwhile yet',
    text: 'Your shop has {products, plural, =0 {no products} one {# product} other {# products}} that can be offered and {orders, plural, =0 {no orders} one {# order} other {# orders}} a month, {basis, select, months {{count, plural, one {in the last whole month that is known} other {the mean of the last # whole months}}} other {{count, plural, one {at the rate of the last day} other {at the rate of the last # days}}}}.',
    limits:
      'Below {fewestProducts} products or {fewestOrders} orders a month, too few people buy the same two things to learn pairings from or to prove a lift. Touches 1 and 2 with pairings of your own are the simple way to begin.',
  },
  simpleMode: {
    title: 'Simple mode may fit better',
    text: 'At the rate of {basis, select, months {{count, plural, one {the last whole month that is known} other {the last # whole months}}} other {{count, plural, one {the last day} other {the last # days}}}} your orders come to {amount} a year.',
    range:
      'Between {from} and {until} a year, touches 1 and 2 with pairings of your own are the simple way: turn touch 3 off, and add the pairings you are sure of.',
    unconverted:
      'The range is in US dollars; your amount in {currency} is compared with it as it is, without conversion.',
    sequence: 'Open sequences',
    pairings: 'Add your own pairings',
  },
  shortHistory: {
    title: 'Only 60 days of your order history could be read',
    knownFrom: 'Encore knows your orders from {date} on.',
    nothing: 'Encore knows no orders of yours yet.',
    means:
      'A pairing needs {buyers} buyers of a product and {common} buyers of both, so that 60 days may hold few of them. Nothing is lost: the window of {months} months fills with every new order from now on.',
    remedy:
      'The permission to read all orders (read_all_orders) was not granted. If Shopify asks you to update the permissions of Encore, accept; otherwise whoever runs this installation has to request it from Shopify. As soon as it is granted, Encore reads the older orders by itself.',
    pairings: 'Add your own pairings',
  },
  figures: {
    title: 'Last 90 days',
    report: 'View report',
    lift: 'Order value against the held-out group',
    extra: 'Extra revenue per customer',
    sent: 'Emails sent',
    unsubscribed: 'Unsubscribe rate',
    tooEarly: 'Too early to tell',
    checkSplit: 'Check the split',
    noFigure: 'Cannot be told yet',
    buyersNeeded: '{have} of {need} held-out buyers have finished 90 days',
    daysNeeded: '{have} of {need} days have passed',
    noComparison: 'Both groups need customers who finished 90 days',
    split: 'The groups are off their shares, so no lift is shown',
    interval: '95 % interval {low} to {high}',
    suppressed: '{count, plural, =0 {None was} one {# more was} other {# more were}} suppressed',
    nothingSent: 'No email yet',
    complaints: 'Complaints {rate}',
    complaintsUnknown: 'Complaints are not reported by the Outbox',
    later: 'Figures show here once your order history is read.',
  },
  attention: {
    title: 'Needs your attention',
    nothing: 'Nothing at the moment.',
    unreported: 'Bounces and complaints of your SendGrid account do not reach Encore',
    unreported_text: 'Nobody who complains or bounces there is put on your suppression list.',
    unreported_action: 'Connect events',
    out_of_stock:
      '{count, plural, one {# strong pairing points} other {# strong pairings point}} at products that are out of stock',
    out_of_stock_action: 'Review pairings',
    split: 'The groups are not as large as they should be',
    split_text: 'No lift is shown until the reason is found.',
    split_action: 'View reports',
    harm: 'Emailed customers spend at least {atLeast} less than held-out ones',
    harm_text: 'The interval lies wholly below zero.',
    harm_action: 'View reports',
    bounces: '{rate} of emails in 7 days bounced',
    bounces_text:
      '{count, plural, one {# email} other {# emails}}. The warning line is 2 %; at 5 % sending stops by itself.',
    bounces_action: 'Review suppression',
    complaints: '{rate} of emails in 7 days were reported as spam',
    complaints_text:
      '{count, plural, one {# email} other {# emails}}. The warning line is 0.1 %; at 0.3 % sending stops by itself.',
    complaints_action: 'Review suppression',
    unsubscribes: '{rate} unsubscribed in 7 days',
    unsubscribes_text: '{count, plural, one {# person} other {# people}}. The warning line is 0.5 %.',
    unsubscribes_action: 'Review suppression',
    data_requests: '{count, plural, one {One customer asks} other {# customers ask}} what is kept about them',
    data_requests_text: 'Export it and send it to them by {date}.',
    data_requests_action: 'Export data',
    unsigned_claims:
      '{count, plural, one {One text makes a claim} other {# texts make claims}} that nobody has signed off',
    unsigned_claims_text:
      'Sign them off, or change the words. A sequence that is off cannot be turned on until then.',
    unsigned_claims_action: 'Review claims',
    ambiguous: '{count, plural, one {# email was} other {# emails were}} handed over without an answer',
    ambiguous_text: 'It may have arrived or not. Encore never sends it again by itself.',
    ambiguous_action: 'View failed',
    dead_webhooks: '{count, plural, one {# message} other {# messages}} from Shopify could not be worked off',
    dead_webhooks_text: 'The orders are read again every 15 minutes; a message that stays points to a fault.',
    dead_webhooks_action: 'View activity',
    touch_paused: 'Touch {touch} is paused',
    touch_paused_text:
      '{count, plural, =0 {No customer reaches} one {# customer reaches} other {# customers reach}} it in the next 24 hours.',
    touch_paused_action: 'Review sequence',
    stale_pairings: 'Pairings were not refreshed since {date}',
    stale_pairings_text: 'They are refreshed every night.',
    stale_pairings_action: 'Open pairings',
  },
  next: {
    title: 'Next 24 hours',
    touch: 'Touch {touch}',
    due: '{count, number} due',
    off: 'Paused',
    wouldBeDue: '{count, number} would be due',
    held: {
      sequence_off:
        'Nothing goes out: the sequence is off. What becomes due while it is off is skipped for good.',
      paused:
        'Nothing goes out: all sending is paused. What becomes due waits until you resume or its time window ends.',
      stopped:
        'Nothing goes out: sending has stopped. What becomes due waits until it works again or its time window ends.',
    },
    zoneOnly: 'Times are in {zone}.',
    zone: 'Each is decided again in the second of sending. Times are in {zone}.',
  },
  toast: { paused: 'Sending is paused', resumed: 'Sending is on', importResumed: 'Reading again' },
} as const;
