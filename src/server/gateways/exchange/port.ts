/** One batch as 市大数据平台 hands it over; sequences of a kind and area count from 1 without gaps. Cells are text. */
export type ExchangeBatch = {
  sequence: number;
  sender: string;
  asOf: string;
  rows: Record<string, string>[];
  /** The whole list of the area, not what changed. */
  full: boolean;
};
export type Feed = { kind: string; areaCode: string };

/** A question to another region's 核对机构 about one person; `number` is ours and unique for ever. */
export type CheckRequest = { number: string; region: string; name: string; identityNumber: string; purpose: string };
export type CheckAnswer = {
  /** Who answers, as they call themselves. */
  origin: string;
  answeredOn: string;
  items: { what: string; value: string; asOf: string }[];
};
export type Checked =
  | { state: 'answered'; answer: CheckAnswer }
  | { state: 'waiting' }
  | { state: 'refused'; because: string }
  | { state: 'not-connected' };

export type ExchangePort = {
  connected: boolean;
  /** Batches after a sequence, in order; may deliver one again that was taken. */
  batches(feed: Feed, after: number): Promise<ExchangeBatch[]>;
  /** Asks once; the same number again is the same question. */
  ask(request: CheckRequest): Promise<Checked>;
  answerOf(number: string): Promise<Checked>;
};

/** Cannot be reached, or what came is not what was signed. Names no person. */
export class ExchangeUnavailable extends Error {
  override readonly name = 'ExchangeUnavailable';
  /** wrong = an answer came that the shared secret did not sign. */
  readonly signature: 'right' | 'wrong' | 'unseen';
  constructor(message: string, signature: 'right' | 'wrong' | 'unseen' = 'unseen') {
    super(message);
    this.signature = signature;
  }
}

export const exchangeNotConnected: ExchangePort = {
  connected: false,
  batches: async () => [],
  ask: async () => ({ state: 'not-connected' }),
  answerOf: async () => ({ state: 'not-connected' }),
};
