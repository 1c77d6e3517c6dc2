/**
 * What every sending port answers. `not-connected`: no vendor is configured, the screen says 未接通 and offers `manual`.
 * `refused`: the vendor says this will never work (bad number, bad template). Anything that may work later is thrown.
 */
export type Delivery =
  | { state: 'sent'; reference: string }
  | { state: 'refused'; because: string }
  | { state: 'not-connected'; manual: string };

/** The vendor could not be reached or asked to try again; the job is repeated. Its text names no recipient. */
export class DeliveryUnavailable extends Error {
  override readonly name = 'DeliveryUnavailable';
}
