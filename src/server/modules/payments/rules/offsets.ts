/** An open recovery beside what its debtor is due in the cycle, in fen; rows of one payee stand together, oldest first. */
type Owing<S> = {
  payee_id: string;
  recovery_id: string;
  scheme: S;
  balance_fen: number;
  offset_fen: number;
  due_fen: number;
};

/** What is taken from each payment: at most the agreed amount, the balance, and what the payee is due. Pure. */
export function offsetsOf<S>(owing: readonly Owing<S>[]) {
  const left = new Map<string, number>();
  return owing.flatMap(each => {
    const due = left.get(each.payee_id) ?? each.due_fen;
    const fen = Math.min(due, each.balance_fen, each.offset_fen);
    left.set(each.payee_id, due - fen);
    return fen > 0 ? [{ payeeId: each.payee_id, recoveryId: each.recovery_id, scheme: each.scheme, fen }] : [];
  });
}
