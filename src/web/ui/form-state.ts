import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';

export type FormValues = Record<string, unknown>;
export type FieldErrors = Record<string, string>;

/** Anything that checks values, e.g. `endpoint.body` (zod): ui/ itself knows no contracts. */
export type Checks = {
  safeParse: (
    values: unknown,
  ) =>
    | { success: true }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
};

export type FormState = {
  /** Prefix of the control ids, so that two forms may stand on one page. */
  id: string;
  values: FormValues;
  errors: FieldErrors;
  labels: Map<string, string>;
  set: (name: string, value: unknown) => void;
};

export const FormContext = createContext<FormState | null>(null);

export function readPath(values: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], values);
}

export function writePath(values: FormValues, name: string, value: unknown): FormValues {
  const [head = '', ...rest] = name.split('.');
  if (rest.length === 0) return { ...values, [head]: value };
  const inner = (values[head] ?? {}) as FormValues;
  return { ...values, [head]: writePath(inner, rest.join('.'), value) };
}

/** First sentence per field; an issue without a path goes to ''. */
export function issuesToErrors(issues: readonly { path: readonly PropertyKey[]; message: string }[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of issues) errors[issue.path.join('.')] ??= issue.message;
  return errors;
}

export const controlId = (form: string, name: string): string => `${form}-${name.replaceAll('.', '-')}`;

/** One field of the form around it. */
export function useField(name: string, label: string) {
  const form = useContext(FormContext);
  if (!form) throw new Error(`field ${name} stands outside a Form`);
  form.labels.set(name, label);
  const id = controlId(form.id, name);
  const error = form.errors[name];
  return {
    id,
    error,
    value: readPath(form.values, name),
    set: (value: unknown) => form.set(name, value),
    described: { 'aria-invalid': error ? true : undefined, 'aria-describedby': `${id}-msg` },
  };
}

type Draft = { values: FormValues; at: string };

const readDraft = (key: string | undefined): Draft | null => {
  const kept = key && sessionStorage.getItem(`draft:${key}`);
  return kept ? (JSON.parse(kept) as Draft) : null;
};

/** Values with a draft in this tab's sessionStorage; `secret` names are never kept. */
export function useDraft(initial: FormValues, key: string | undefined, secret: readonly string[]) {
  const found = useMemo(() => readDraft(key), [key]);
  const [values, setValues] = useState<FormValues>(() => ({ ...initial, ...found?.values }));
  const [restoredAt, setRestoredAt] = useState(found?.at ?? null);
  const touched = useRef(false);
  useEffect(() => {
    if (!key || !touched.current) return;
    const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !secret.includes(name)));
    sessionStorage.setItem(`draft:${key}`, JSON.stringify({ values: kept, at: new Date().toISOString() }));
  }, [key, values, secret]);
  return {
    values,
    restoredAt,
    set: (name: string, value: unknown) => {
      touched.current = true;
      setValues(before => writePath(before, name, value));
    },
    /** Drops the draft; `toInitial` also empties the form. */
    drop: (toInitial: boolean) => {
      touched.current = false;
      if (key) sessionStorage.removeItem(`draft:${key}`);
      setRestoredAt(null);
      if (toInitial) setValues(initial);
    },
  };
}

/** True when the same form is open in another tab of this browser. */
export function useOtherTab(key: string | undefined): boolean {
  const [other, setOther] = useState(false);
  useEffect(() => {
    if (!key) return;
    const channel = new BroadcastChannel(`form:${key}`);
    channel.onmessage = event => {
      setOther(true);
      if (event.data === 'opened') channel.postMessage('here');
    };
    channel.postMessage('opened');
    return () => channel.close();
  }, [key]);
  return other;
}
