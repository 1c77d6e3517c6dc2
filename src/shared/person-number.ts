/**
 * Whether a text may hold an identity number, a phone or the tail of one: four digits in a row, but for the product's own
 * record numbers (FW250620-…, GJ250620-…). Such a text stands in no address, history or log.
 */
export const holdsPersonNumber = (text: string): boolean => {
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '');
  return /\d{4}/.test(plain) && !/^(fw|gj)\d/i.test(plain);
};
