import { segments } from './segments';
import { sequences } from './sequences';
import { shell } from './shell';

/** All words of the screens in English, by screen. The other languages have the same keys. */
export const english = { segments, sequences, shell };

export type Messages = typeof english;
