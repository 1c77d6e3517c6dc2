import { readMyReceived } from '#contracts/payments/cycles.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Loaded } from '../../ui/states.tsx';
import { accountWords, ReceivedMonths } from './received-months.tsx';
import './payments.css';

/** What came to me, month by month, in large type. */
export default function MinePage() {
  const today = useBusinessDate();
  const answer = useQueryOf(readMyReceived, {});
  return (
    <>
      <h1>我领到的钱</h1>
      <Loaded of={answer}>
        {received => (
          <>
            <p>
              {received.account
                ? `发到${accountWords(received.account)}。`
                : '还没有登记收款账户，请到社区或街道登记。'}
              {received.account?.fault && `银行说${received.account.fault}，请到社区或街道更正。`}
            </p>
            {received.months.length === 0 && <p>还没有发过。户籍所在的区发放后，会列在这里。</p>}
            <ReceivedMonths received={received} today={today} />
            {received.owes.map(each => (
              <p key={each.id}>
                要交回{fenToYuanText(each.balanceFen)}元：{each.reason}。
              </p>
            ))}
            <p className="elder-note">没有收到或数目不对，可以打12345，或到街道（乡镇）便民服务窗口问。</p>
          </>
        )}
      </Loaded>
    </>
  );
}
