import { Link } from 'react-router';
import { fill } from '../../paths.ts';
import { useFieldDay } from './field-day.ts';

const WORDS: Record<string, string> = {
  started: '写服务记录',
  accepted: '到了，开始服务',
  dispatched: '看新派的单',
};

/** The one bottom action: the step that the current order waits for. */
export default function FieldActionPanel() {
  const { current } = useFieldDay();
  if (!current) return null;
  return (
    <nav className="field-foot" aria-label="现在要做的">
      <Link className="field-go" to={fill('/field/orders/:id', { id: current.id })}>
        {WORDS[current.status]}
        <small>
          {current.elderName}，{current.itemName}
        </small>
      </Link>
    </nav>
  );
}
