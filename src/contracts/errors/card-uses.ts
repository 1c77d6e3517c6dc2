/** Errors of the card-use report; spread into ERRORS. */
export const CARD_USES_ERRORS = {
  'card-uses.file': { status: 400, say: '这份刷卡记录读不了', doNext: '请照提示改好再传，库里没有变动' },
  'card-uses.outside-area': { status: 400, say: '这个地方不在您的辖区', doNext: '请选本辖区的街道' },
} as const;
