import { activity } from './activity';
import { reasons } from './reasons';
import { shell } from './shell';

/** All words of the screens in English, by screen. The other languages have the same keys. */
export const english = { shell, activity, reasons };

export type Messages = typeof english;
