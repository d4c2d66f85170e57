import { it } from 'vitest';
import { kioskKilled } from '../kiosk/kiosk-killed.ts';

it('loses and doubles no touch it called noted when the tablet is killed six times', () => kioskKilled(6));
