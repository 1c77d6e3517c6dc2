import { VOUCHER_STATE_LABELS } from '#contracts/voucher-lifecycle.ts';
import { readMyVouchers, type VoucherRedemption } from '#contracts/vouchers.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { isOpen, itemsWords, sourceWords } from './voucher-words.ts';
import './vouchers.css';

/** What I can spend, on what, where and until when; and where it went. */
export default function MinePage() {
  const today = useBusinessDate();
  const answer = useQueryOf(readMyVouchers, {});
  return (
    <>
      <h1>我的服务券</h1>
      <Loaded of={answer}>
        {({ balanceFen, vouchers, redemptions, places }) => (
          <>
            <p className="voucher-balance">
              现在可以用<b>{fenToYuanText(balanceFen)}元</b>
            </p>
            {vouchers.length === 0 && <p>还没有发给您的服务券。发了以后列在这里。</p>}
            {vouchers.filter(isOpen).map(one => (
              <section key={one.id}>
                <h2>{one.schemeName}</h2>
                <ul className="elder-list">
                  <Line at="还有" text={`${fenToYuanText(one.balanceFen)}元`} more={VOUCHER_STATE_LABELS[one.state]} />
                  <Line at="能买" text={itemsWords(one.items)} more="在任何一家提供的服务商" />
                  <Line at="到" text={dateWords(one.validTo, today)} more={one.note} />
                  <Line at="为什么" text={one.because} more={`${one.payerName}发。${sourceWords(one)}`} />
                </ul>
              </section>
            ))}
            {balanceFen > 0 && places.length > 0 && (
              <section>
                <h2>在哪里用</h2>
                <ul className="elder-list">
                  {places.map(place => (
                    <Line
                      key={place.providerId}
                      at={place.metres === null ? '' : metreWords(place.metres)}
                      text={place.name}
                      more={place.items.join('、')}
                    />
                  ))}
                </ul>
                <p className="elder-note">约服务时不用出示，确认服务以后自动先用券，不够的再由您付。</p>
              </section>
            )}
            {vouchers.some(one => !isOpen(one)) && (
              <section>
                <h2>以前的券</h2>
                <ul className="elder-list">
                  {vouchers
                    .filter(one => !isOpen(one))
                    .map(one => (
                      <Line
                        key={one.id}
                        at={dateWords(one.validTo, today)}
                        text={`${VOUCHER_STATE_LABELS[one.state]}，剩${fenToYuanText(one.balanceFen)}元`}
                        more={one.note ?? one.schemeName}
                      />
                    ))}
                </ul>
              </section>
            )}
            {redemptions.length > 0 && (
              <section>
                <h2>用在哪里了</h2>
                <ul className="elder-list">
                  {redemptions.map(one => (
                    <Line
                      key={one.id}
                      at={dateWords(one.servedOn, today)}
                      text={usedWords(one)}
                      more={one.providerName}
                    />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

const metreWords = (metres: number): string =>
  metres < 1000 ? `${Math.round(metres / 10) * 10}米` : `${(metres / 1000).toFixed(1)}公里`;

const usedWords = (one: VoucherRedemption): string =>
  one.kind === 'return'
    ? `退回${fenToYuanText(-one.amountFen)}元，${one.itemName}`
    : `${one.itemName}，用了${fenToYuanText(one.amountFen)}元`;

function Line({ at, text, more }: { at: string; text: string; more?: string | null }) {
  return (
    <li>
      <span className="tm">{at}</span>
      <span>
        <b>{text}</b>
        {more && <p data-rule>{more}</p>}
      </span>
    </li>
  );
}
