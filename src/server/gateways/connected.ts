import { type BankPort, bankNotConnected } from './bank/port.ts';
import { type ExchangePort, exchangeNotConnected } from './exchange/port.ts';
import { type MailPort, mailNotConnected } from './mail/port.ts';
import { type SmsPort, smsNotConnected } from './sms/port.ts';

/** The ways out of the house that are in use; 未接通 until main.ts connects them from the configuration. */
export type Gateways = { bank: BankPort; exchange: ExchangePort; mail: MailPort; sms: SmsPort };

let connected: Gateways = {
  ...{ bank: bankNotConnected, exchange: exchangeNotConnected },
  ...{ mail: mailNotConnected, sms: smsNotConnected },
};

export function connectGateways(gateways: Partial<Gateways>): void {
  connected = { ...connected, ...gateways };
}

export const gateways = (): Gateways => connected;
