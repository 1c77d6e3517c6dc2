/** A file handed to the bank that pays (代发银行). `number` is unique for ever: the bank takes each number once. */
export type BankFile = { number: string; content: string; sm3: string };

/**
 * `accepted` is also the answer when the same file was taken before. `refused`: the bank will never take this file.
 * `not-connected`: the file is downloaded and carried over, the result uploaded. Anything passing is thrown.
 */
export type Handed =
  | { state: 'accepted'; reference: string }
  | { state: 'refused'; because: string }
  | { state: 'not-connected'; manual: string };

export type Answered =
  | { state: 'ready'; name: string; content: string }
  | { state: 'waiting' }
  | { state: 'not-connected' };

export type BankPort = {
  connected: boolean;
  submit(file: BankFile): Promise<Handed>;
  /** The result file of a number, once the bank has it. */
  result(number: string): Promise<Answered>;
};

/** The bank cannot be reached for the moment; the job is repeated. Names no person. */
export class BankUnavailable extends Error {
  override readonly name = 'BankUnavailable';
}

export const bankNotConnected: BankPort = {
  connected: false,
  submit: async () => ({ state: 'not-connected', manual: '银行未接通：请下载文件送银行，再把回盘文件收进来' }),
  result: async () => ({ state: 'not-connected' }),
};
