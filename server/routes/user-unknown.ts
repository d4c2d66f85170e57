import { Refusal } from '../refusal.ts';

/** No account of the province has this login. */
export const userUnknown = (login: string) =>
  new Refusal(404, 'user.unknown', `Không có tài khoản ${login}. Xem lại danh sách tài khoản.`);
