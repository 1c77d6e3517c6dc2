import { useParams } from 'react-router';
import type { Assessment } from '#contracts/assessments/assessment.ts';
import { readAssessment, readScale } from '#contracts/assessments/endpoints.ts';
import { assessmentReport } from '#contracts/assessments/quality.ts';
import { CONFIDENCE_LABELS, type Scale } from '#contracts/assessments/scales.ts';
import { dayWords } from '#shared/dates.ts';
import { download, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { originWords } from './assessment-words.ts';
import './assessments.css';

/** The published result on A4: every item, the sums, why this level, who signed, until when. */
export default function ReportPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readAssessment, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {data => <Report data={data} />}
    </Loaded>
  );
}

const FORMATS = [
  ['docx', 'Word 文档'],
  ['pdf', 'PDF'],
] as const;

function Report({ data }: { data: Assessment }) {
  const scale = useQueryOf(readScale, { params: { scale: data.scale } });
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="能力评估报告"
          trail={[
            { title: '能力评估', to: '/desk/assessments' },
            { title: data.elderName, to: fill('/desk/assessments/:id', { id: data.id }) },
          ]}
        >
          {data.publishedOn && (
            <>
              {FORMATS.map(([format, label]) => (
                <Button
                  key={format}
                  icon="download"
                  onClick={() =>
                    void download(
                      assessmentReport,
                      { params: { id: data.id }, query: { format } },
                      `能力评估报告-${data.elderName}.${format}`,
                    )
                  }
                >
                  {label}
                </Button>
              ))}
              <Button look="go" icon="print" onClick={() => window.print()}>
                打印
              </Button>
            </>
          )}
        </PageHeader>
      </div>
      {data.publishedOn ? (
        <Loaded of={scale}>{loaded => <Paper data={data} scale={loaded} />}</Loaded>
      ) : (
        <EmptyState icon="document" title="结果还没有公布">
          公布以后才有报告可打印。
        </EmptyState>
      )}
    </>
  );
}

function Paper({ data, scale }: { data: Assessment; scale: Scale }) {
  const { score, answers } = data;
  return (
    <article className="print-sheet">
      <h1>老年人能力评估报告</h1>
      <table>
        <tbody>
          <tr>
            <th scope="row">姓名</th>
            <td>{data.elderName}</td>
            <th scope="row">性别</th>
            <td>{data.sex}</td>
            <th scope="row">出生日期</th>
            <td>{dayWords(data.bornOn)}</td>
          </tr>
          <tr>
            <th scope="row">社区（村）</th>
            <td>{data.areaName}</td>
            <th scope="row">评估原因</th>
            <td>{data.reason}</td>
            <th scope="row">评估日期</th>
            <td>{data.assessedOn && dayWords(data.assessedOn)}</td>
          </tr>
          <tr>
            <th scope="row">评估结果</th>
            <td colSpan={3}>
              {score ? `总分${score.total}分，${score.level}级 ${score.levelLabel}` : `${data.level ?? ''}级`}
            </td>
            <th scope="row">有效期至</th>
            <td>{data.validTo && dayWords(data.validTo)}</td>
          </tr>
        </tbody>
      </table>
      {data.origin && (
        <p>
          认定的外地结果：{originWords(data.origin)}，由{data.origin.recognisedByName}登记。
        </p>
      )}
      {score?.raisedBy.map(each => (
        <p key={each.id}>
          等级调整：{each.nameZh}（{each.clause}）。
        </p>
      ))}
      {answers && score && <Items scale={scale} items={answers.items} sums={score.dimensions} />}
      <p>
        依据GB/T 42195-2022《{scale.titleZh}》。有效期{scale.validity.months}个月（
        {CONFIDENCE_LABELS[scale.validity.confidence]}）。对结果有异议的，可在
        {data.objectUntil && dayWords(data.objectUntil)}
        前提出，由另外两名评估员复评。
      </p>
      <p className="sign">
        {data.assessors.map(each => (
          <span key={each.name}>评估员：{each.name}</span>
        ))}
        <span>公布日期：{dayWords(data.publishedOn)}</span>
      </p>
    </article>
  );
}

type ItemsProps = { scale: Scale; items: Readonly<Record<string, number>>; sums: Readonly<Record<string, number>> };

function Items({ scale, items, sums }: ItemsProps) {
  return (
    <table>
      <caption className="visually-hidden">各项得分</caption>
      <thead>
        <tr>
          <th scope="col">一级指标</th>
          <th scope="col">二级指标</th>
          <th scope="col">评估情况</th>
          <th scope="col" className="num">
            得分
          </th>
        </tr>
      </thead>
      <tbody>
        {scale.dimensions.flatMap(dimension => {
          const own = scale.items.filter(item => item.dimension === dimension.key);
          return own.map((item, index) => (
            <tr key={item.code}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={own.length}>
                  {dimension.nameZh}
                  <br />
                  {sums[dimension.key]}/{dimension.max}
                </th>
              )}
              <td>
                {item.code} {item.nameZh}
              </td>
              <td>{item.options.find(option => option.points === items[item.code])?.meaning}</td>
              <td className="num">{items[item.code]}</td>
            </tr>
          ));
        })}
      </tbody>
    </table>
  );
}
