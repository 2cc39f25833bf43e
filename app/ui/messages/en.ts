import { home } from './home';
import { reports } from './reports';
import { shell } from './shell';

/** All words of the screens in English, by screen. The other languages have the same keys. */
export const english = { shell, home, reports };

export type Messages = typeof english;
