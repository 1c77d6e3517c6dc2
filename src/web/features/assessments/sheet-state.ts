import { useCallback, useEffect, useRef, useState } from 'react';
import type { ScoreAnswers } from '#contracts/assessments/assessment.ts';
import { saveAssignmentDraft } from '#contracts/assessments/endpoints.ts';
import { ApiError, call } from '../../api.ts';

export type Saved = 'same' | 'saving' | 'offline' | 'refused';

export const EMPTY: ScoreAnswers = { items: {}, coma: false, diagnoses: [], riskEvents30Days: 0 };
const WAIT_MS = 1_200;
const keyOf = (id: string) => `assessment-sheet:${id}`;

function readKept(id: string): ScoreAnswers | null {
  const text = localStorage.getItem(keyOf(id));
  return text ? (JSON.parse(text) as ScoreAnswers) : null;
}

/** After signing nothing of the sheet stays on the phone. */
export const forgetKept = (id: string): void => localStorage.removeItem(keyOf(id));

/**
 * The sheet as it is being filled: kept on the phone with every touch, sent whole a moment later, sent again when the
 * network returns. What was kept on the phone and not yet sent goes before what the server has.
 */
export function useSheet(id: string, fromServer: ScoreAnswers | null) {
  const [answers, setAnswers] = useState<ScoreAnswers>(() => readKept(id) ?? fromServer ?? EMPTY);
  const [saved, setSaved] = useState<Saved>('same');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(answers);

  const send = useCallback(async () => {
    const sent = latest.current;
    setSaved('saving');
    try {
      await call(saveAssignmentDraft, { params: { id }, body: sent });
      if (latest.current !== sent) return;
      forgetKept(id);
      setSaved('same');
    } catch (error) {
      setSaved(error instanceof ApiError && error.status > 0 ? 'refused' : 'offline');
    }
  }, [id]);

  useEffect(() => {
    const again = () => {
      if (readKept(id)) void send();
    };
    again();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      clearTimeout(timer.current);
    };
  }, [id, send]);

  const change = (next: ScoreAnswers) => {
    latest.current = next;
    setAnswers(next);
    localStorage.setItem(keyOf(id), JSON.stringify(next));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void send(), WAIT_MS);
  };
  return { answers, change, saved, stop: () => clearTimeout(timer.current) };
}
