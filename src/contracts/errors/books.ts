/** Errors of books; spread into ERRORS. */
export const BOOKS_ERRORS = {
  'books.already-entered': {
    status: 409,
    say: '这个文号的拨款已经登记过',
    doNext: '请核对文号；同一文号分次到账的，请在文号后注明第几笔',
  },
} as const;
