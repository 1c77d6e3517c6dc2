/** Writes src/web/ui/theme.css from the token table. */
import { writeFileSync } from 'node:fs';
import { themeCss } from '../src/web/ui/theme.ts';

writeFileSync(new URL('../src/web/ui/theme.css', import.meta.url), themeCss());
