/** Words that every screen shares. ICU messages; one file per screen beside this one. */
export const shell = {
  navigation: {
    home: 'Home',
    pairings: 'Pairings',
    sequences: 'Sequences',
    segments: 'Segments',
    suppression: 'Suppression',
    reports: 'Reports',
    activity: 'Activity',
    settings: 'Settings',
  },
  saveBar: {
    save: 'Save',
    discard: 'Discard',
    saved: 'Settings saved',
    refusedTitle: 'Nothing was saved',
    refused: '{count, plural, one {One field needs} other {# fields need}} a change: {fields}.',
    conflictTitle: 'Somebody else changed this',
    conflict:
      '{who} saved another value at {when}. Nothing of yours was saved. Discard to see their version, then change it again.',
    failed: 'Saving failed. Your changes are still here; try again.',
  },
  error: {
    title: 'This page could not be loaded',
    text: 'Nothing was changed. Try again; if it stays, tell support the reference {reference}.',
    retry: 'Retry',
    notFoundTitle: 'Not found',
    notFoundText: 'There is nothing here that belongs to this shop.',
  },
} as const;
