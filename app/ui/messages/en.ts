import { activity } from './activity';
import { benchmarks } from './benchmarks';
import { home } from './home';
import { offers } from './offers';
import { pairingImport } from './pairing-import';
import { pairings } from './pairings';
import { reasons } from './reasons';
import { reports } from './reports';
import { segments } from './segments';
import { sequences } from './sequences';
import { settings } from './settings';
import { shell } from './shell';
import { signals } from './signals';
import { suppression } from './suppression';

/** All words of the screens in English, by screen. The other languages have the same keys. */
export const english = {
  activity,
  benchmarks,
  home,
  offers,
  pairingImport,
  pairings,
  reasons,
  reports,
  segments,
  sequences,
  settings,
  shell,
  signals,
  suppression,
};

export type Messages = typeof english;
