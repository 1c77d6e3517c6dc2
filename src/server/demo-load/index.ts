export { agreePlan, loadDemo, refuseHalfCity } from './load-demo.ts';
export { DEMO_PASSWORD, type DemoLogin } from './logins.ts';
export { DEMO_SIZES, type DemoPlan, defaultPlan, LOGIN_COMMUNITY, makeWorld } from './plan.ts';
export { enterBatch, runStep } from './run-step.ts';
export { phasesOf } from './step.ts';
