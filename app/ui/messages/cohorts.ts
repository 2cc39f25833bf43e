/** The page that shows how the difference between the groups grows and whether it wears off. */
export const cohorts = {
  title: 'Over time and by month',
  back: 'Reports',
  segment: 'Customers of the segment “{segment}” at their first enrolment',
  early:
    'Nothing is shown here as long as the report shows no lift. What is missing, or has to be looked at first, stands there.',
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
    text: 'Revenue per customer of later orders over {days} days. A lift that shrinks from month to month wears off, or the season has changed. These lines describe: of many months one differs by chance. The verdict is that of the report. The newest month may not be whole yet.',
    caption: 'Revenue per customer of later orders over {days} days, by month of the first enrolment',
    month: 'Month (UTC)',
    customers: 'Customers, emailed and held out',
    none: 'Nobody has finished their {days} days by the end of yesterday.',
  },
  both: '{emailed} and {heldOut}',
  between: '{difference} ({low} to {high})',
  tooFew: '{have} of {need} held-out buyers',
  notEnough: 'Not enough data',
  intervals:
    'The true difference lies inside in 95 of 100 cases, however often you look, but not in all lines at once.',
};
