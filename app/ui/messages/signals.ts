/** What touches 2 and 3 weigh, as Settings explains it; the signals' names are with those of all settings. */
export const signals = {
  title: 'What decides between products',
  text: 'Touches 2 and 3 add these up for every product that may be offered; the highest sum is offered. Only how the weights stand to each other counts: they need not add up to 100. Touch 1 always takes the strongest pairing.',
  percent: '%',
  help: {
    coOccurrence:
      'How often buyers of one also buy the other: in touch 3 with the same order, in touch 2 with the next one.',
    browse:
      'Whether and how lately the customer looked at it in the 30 days before the order, told by Encore’s web pixel with the visitor’s consent. 0: nothing of it is kept from then on, and what was kept goes the next night.',
    category: 'How much of what the customer bought before is of the same category.',
    rating: 'From 4.5 to 5 stars. Without five reviews it counts half. Below 4.5 nothing is offered at all.',
  },
} as const;
