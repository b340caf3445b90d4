import { BalanceChart } from './balance-chart.tsx'
import { PlanChart } from './plan-chart.tsx'
import { WaitingChart } from './waiting-chart.tsx'
import styles from './meeting-times.module.css'

/** How a meeting used its time: who spoke, how far the plan held, how long people waited. */
export const MeetingTimes = ({ timeZone }: { readonly timeZone: string }) => (
  <div className={styles['times']}>
    <div>
      <BalanceChart timeZone={timeZone} />
      <WaitingChart />
    </div>
    <PlanChart />
  </div>
)
