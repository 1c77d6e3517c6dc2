import { type KeyboardEvent, useId } from 'react';
import type { FormDefinition, FormItem } from '#contracts/forms/definition.ts';
import { asksItem, asksQuestion } from '#contracts/forms/shown.ts';
import { Question } from './form-question.tsx';
import './form-sheet.css';

export type SheetAnswers = { items: Record<string, number>; [question: string]: unknown };
export type Peer = { name: string; answers: SheetAnswers } | null;
/** Field path (`items.B.1.1`, `education`) → sentence. */
export type SheetProblems = Readonly<Record<string, string>>;

type SheetProps<A extends SheetAnswers> = {
  form: FormDefinition;
  answers: A;
  change: (next: A) => void;
  problems: SheetProblems;
  /** Another assessor's signed answers; what differs is said below the item. */
  peer?: Peer;
};

/** Every dimension below the other, then the questions: for the desk, with mouse or keyboard. */
export function FormSheet<A extends SheetAnswers>(props: SheetProps<A>) {
  const { form } = props;
  return (
    <div className="sheet-desk">
      {form.dimensions.map(dimension => (
        <section key={dimension.key} aria-label={dimension.nameZh}>
          <h2>{dimension.nameZh}</h2>
          <FormSection {...props} section={dimension.key} />
        </section>
      ))}
      {form.questions.length > 0 && (
        <section aria-label="其他">
          {form.dimensions.length > 0 && <h2>其他</h2>}
          <FormSection {...props} section={null} />
        </section>
      )}
    </div>
  );
}

/** One dimension, or with null the questions; items hidden by a skip rule are not there. */
export function FormSection<A extends SheetAnswers>({
  form,
  section,
  ...props
}: SheetProps<A> & { section: string | null }) {
  const { answers, change, problems, peer } = props;
  if (section === null)
    return form.questions
      .filter(question => asksQuestion(form, question, answers))
      .map(question => (
        <Question
          key={question.key}
          question={question}
          value={answers[question.key]}
          said={peer ? { name: peer.name, value: peer.answers[question.key] } : null}
          problem={problemOf(problems, question.key)}
          set={value => change({ ...answers, [question.key]: value })}
        />
      ));
  return form.items
    .filter(item => item.dimension === section && asksItem(form, item, answers))
    .map(item => (
      <Item
        key={item.code}
        item={item}
        points={answers.items[item.code]}
        peer={peer ? { name: peer.name, points: peer.answers.items[item.code] } : null}
        problem={problems[`items.${item.code}`]}
        choose={points => change({ ...answers, items: { ...answers.items, [item.code]: points } })}
      />
    ));
}

const problemOf = (problems: SheetProblems, key: string): string | undefined =>
  problems[key] ?? Object.entries(problems).find(([field]) => field.startsWith(`${key}[`))?.[1];

type ItemProps = {
  item: FormItem;
  points: number | undefined;
  peer: { name: string; points: number | undefined } | null;
  problem: string | undefined;
  choose: (points: number) => void;
};

/** One item with all options in sight, as on the paper form; a digit key chooses the option with so many points. */
function Item({ item, points, peer, problem, choose }: ItemProps) {
  const id = useId();
  const differs = peer && points !== undefined && peer.points !== undefined && peer.points !== points;
  const pick = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const digit = /^\d$/.test(event.key) ? Number(event.key) : null;
    if (digit !== null && item.options.some(option => option.points === digit)) choose(digit);
  };
  return (
    <fieldset className="sheet-item" aria-describedby={`${id}-say`} onKeyDown={pick}>
      <legend>
        {item.nameZh}
        <small>
          {item.code}，满分{item.max}
        </small>
      </legend>
      <div className="sheet-opts">
        {item.options.map(option => (
          <label key={option.points} className="opt">
            <input
              type="radio"
              name={`${id}-${item.code}`}
              checked={points === option.points}
              aria-invalid={problem ? true : undefined}
              onChange={() => choose(option.points)}
            />
            <b>{option.points}分</b>
            {option.meaning === `${option.points} 分` ? '' : option.meaning}
          </label>
        ))}
      </div>
      <p id={`${id}-say`} className={problem ? 'miss' : 'peer'} hidden={!differs && !problem}>
        {problem ?? (differs ? `${peer.name}评${peer.points}分` : '')}
      </p>
    </fieldset>
  );
}
