import { it } from 'vitest';
import { kioskKilled } from '../kiosk/kiosk-killed.ts';

it('loses and doubles no touch it called noted when the tablet is killed three times', () => kioskKilled(3));
