import { type Env, readEnv, WrongEnv } from '../env.ts';
import { WrongCall } from './command.ts';

/** The server's own settings, from the same environment variables. @throws WrongCall naming every wrong variable. */
export function settings(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    throw error instanceof WrongEnv ? new WrongCall(error.message) : error;
  }
}
