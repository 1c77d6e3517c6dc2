/** Mainland mobile number as people type it: 11 digits, 1[3-9]…; spaces, hyphens and +86 are dropped. */
export const tidyPhone = (text: string): string => text.replace(/[\s-]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, '');

export const isMobileNumber = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

/** 13812345678 → 138****5678; land lines keep the last four. */
export const maskPhone = (phone: string): string =>
  isMobileNumber(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : `****${phone.slice(-4)}`;

/**
 * Number segments 154, 164 and 194 have not been given to any network by 工业和信息化部 (confidence: memory; China
 * reserves no range for fiction). Synthetic people hold numbers from these; every gateway that sends or dials must refuse them.
 */
export const DEMO_PHONE_SEGMENTS = { elder: '154', contact: '164', staff: '194' } as const;

export const isDemoPhone = (phone: string): boolean => /^1(54|64|94)\d{8}$/.test(phone);
