import type { ConfigData } from 'html-validate';

/** HTML rules for email: all of html-validate's, less what mail clients need to be otherwise. */
export const EMAIL_RULES: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-html': 'off', // Outlook lays out by the transitional doctype
    'doctype-style': 'off',
    'no-conditional-comment': 'off', // only Outlook reads them: they pad its buttons
    'attr-case': 'off', // React writes cellPadding as it is called in the DOM
    'no-inline-style': 'off', // many clients drop style sheets
    'no-deprecated-attr': 'off', // tables are laid out by align, border and width
    'attr-quotes': 'error',
    'void-style': ['error', { style: 'selfclose' }],
    'long-title': 'off', // the subject, which has its own limit
  },
};
