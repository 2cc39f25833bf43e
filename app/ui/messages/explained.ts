/** The page that says in plain words what each figure of Reports means. */
export const explained = {
  title: 'What the figures mean',
  back: 'Reports',
  groups: {
    title: 'Two groups',
    text: 'Before anything is sent, chance puts each customer into one of two groups. One gets emails. The other is held out: every decision is made for them too, only the send is left out. Whoever is in a group stays in it, whatever happens later, and counts from their first enrolment, whether or not an email went out. So the only difference between the groups is that one could be written to.',
  },
  window: {
    title: 'Ninety days',
    text: 'Each customer is followed for 90 days, and counts once those have passed. While they have not, shorter windows are shown, each of the customers who have finished it. Refunds are taken off. Only orders in your shop’s present currency count, and nothing is converted. Cancelled and test orders, exchanges and renewals of subscriptions do not count.',
  },
  verdict: {
    title: 'The verdict',
    text: 'It is about revenue per customer of later orders, everybody of a group counted, with and without a purchase. “Likely real” and “Likely negative” mean that the interval lies wholly on one side of zero. “Not conclusive” means that it includes zero: there may be an effect too small to see by now. Below 100 held-out buyers or 14 days nothing is said.',
  },
  intervals: {
    title: 'Intervals',
    text: 'The true figure lies inside in 95 of 100 cases, however often you look. That is why they are wider than those of a calculator made for a single look: looking every day at such a one finds a lift that is not there in one case out of three.',
  },
  metrics: {
    title: 'Each line',
    orderValue:
      'Average order value: revenue over purchase occasions, the first order included. Orders of one customer within 24 hours are one occasion, so that an add-on raises the basket it belongs to.',
    revenuePerCustomer:
      'Revenue per customer, later orders: what came after the first order, over all customers of the group.',
    cappedRevenuePerCustomer:
      'The same with the dearest 1 % of buyers cut: one wholesale order cannot decide alone. It stands beside the plain figure and does not replace it.',
    laterOrderValue: 'Average value of later orders: small extra orders lower it even where they earn more.',
    repeatRate: 'Bought again: customers with at least one later order.',
    offerBought:
      'Bought the offered product: within 14 days of the first offer. In the held-out group this is what they would have bought anyway.',
  },
  money: {
    title: 'Attributed is not incremental',
    text: 'Attributed revenue is of orders whose buyer clicked one of our emails in the days before. Some of them would have come anyway. Incremental revenue is what the held-out group proves. The two stand side by side and are never added.',
  },
  shares: {
    title: 'Shares of emails',
    text: 'Opened, clicked and bought are shares of what was delivered, or of what was sent where the provider reports no deliveries. Opens by machines are left out. Benchmarks are other people’s figures: estimates; results vary.',
  },
  check: {
    title: 'When no lift is shown',
    text: 'If the groups are not as large as chance would make them, something is wrong with the data and every comparison is hidden until the reason is found. If the share that is held out is changed, each stretch of time is compared within itself.',
  },
} as const;
