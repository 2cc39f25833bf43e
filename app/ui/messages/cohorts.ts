/** The page that shows how the difference between the groups grows and whether it wears off. */
export const cohorts = {
  title: 'Over time and by month',
  back: 'Reports',
  early:
    'Nothing is shown here before the report has a verdict: {need} held-out customers who bought again and finished their {days} days are the least.',
  groups: { emailed: 'Emailed', heldOut: 'Held out', difference: 'Difference' },
  growth: {
    title: 'Within the first days',
    text: 'The customers who have finished their {days} days, and what each had spent on later orders after fewer of them. An effect that only brings orders forward shrinks towards the last line.',
    caption: 'Revenue per customer of later orders within the first days after the first enrolment',
    within: 'Within',
    days: '{days, plural, one {# day} other {# days}}',
  },
  months: {
    title: 'By month of the first enrolment',
    text: 'Revenue per customer of later orders over {days} days. A lift that shrinks from month to month wears off, or the season has changed. These lines describe: of many months one differs by chance. The verdict is that of the report, of everybody.',
    caption: 'Revenue per customer of later orders over {days} days, by month of the first enrolment',
    month: 'Month (UTC)',
    customers: 'Customers, emailed and held out',
    none: 'No month is over in which somebody has finished their {days} days.',
  },
  both: '{emailed} and {heldOut}',
  between: '{difference} ({low} to {high})',
  tooFew: '{have} of {need} held-out buyers',
  notEnough: 'Not enough data',
  intervals:
    'The true difference lies inside in 95 of 100 cases, however often you look, but not in all lines at once.',
};
