/** The screen of the four ready-made segments. */
export const segments = {
  title: 'Segments',
  subtitle: 'All that match add up. Where two want the same thing, the higher one decides.',
  isOn: 'On',
  customers: '{count, plural, =0 {No customers now} one {One customer now} other {# customers now}}',
  notCounted: 'Not counted: the tag is read from Shopify for each order and not kept here.',
  tooFew: 'Nobody yet: the border is drawn from 20 customers on.',
  border: 'From {amount} a mean order, drawn anew every night by what is saved',
  everyone: 'Everyone else',
  everyoneChanges: 'The sequence as it is.',
  loyalty: {
    name: '1. Loyalty',
    changes: 'Each e-mail says how many points the offer earns. Without a number of points nothing is said.',
    tag: 'Customer tag',
    points: 'Points per currency unit',
    pointsHelp: 'Leave it empty to say nothing about points.',
  },
  highAov: {
    name: '2. High order value',
    changes: 'Each e-mail says that the product was picked for a valued customer.',
    top: 'Top share of customers',
    topHelp: '1 to 50: by mean order value over 12 months.',
  },
  repeat: {
    name: '3. Repeat buyers',
    changes: 'Touch 1 prefers products at the upper end of the price band, never outside of it.',
    from: 'From this many orders',
    fromHelp: '2 to 100, the order that begins the sequence included.',
  },
  firstTime: {
    name: '4. First order',
    changes: 'Touch 1 reassures: nothing is added to the order by itself.',
  },
} as const;
