/** What the page's action can be asked for. */
export type Wish = 'pause_sending' | 'resume_sending' | 'resume_import' | 'dismiss_guide';
