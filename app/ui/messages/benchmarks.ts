/** Words of the benchmarks in Settings; their names are with those of all settings. */
export const benchmarks = {
  title: 'Benchmarks',
  text: 'Figures of other shops that Reports shows beside yours, for scale. Nothing is decided by them, and they promise nothing.',
  source:
    'Published by Shopify, Klaviyo, Omnisend, Baymard, BigCommerce and Statista, who are named for these figures together: estimates; results vary.',
  from: '{name}, from',
  to: '{name}, to',
  percent: '%',
  groups: {
    whole: 'The whole sequence',
    one: 'Touch 1',
    two: 'Touch 2',
    three: 'Touch 3',
  },
  of: {
    orderValueLift: 'Difference to the held-out group.',
    upsellConversion: 'Emails with an attributed purchase, of delivered.',
    subscriptionConversion: 'Subscriptions by touch 3, of first purchases of what runs out.',
    revenuePerEmail: 'Attributed revenue, of emails sent.',
    opened: 'Of delivered.',
    clicked: 'Of delivered.',
    bought: 'Emails with an attributed purchase, of clicked.',
  },
  isPublished: 'Published benchmark.',
  isOwn: 'Your benchmark. Published: {low} to {high}.',
  otherCurrency: 'Published in US dollars: {low} to {high}. Enter your own to compare with.',
  putBack: 'Put back',
  putBackLabel: 'Put back the published benchmark: {name}',
} as const;
