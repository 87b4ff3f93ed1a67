import { readFile } from 'node:fs/promises'
import { expect, test, visit } from '../story.ts'

const folder = 'src/scenarios/snapshots/one-vpc'

test('the output of the AWS command line opens laid out, and answers as the real network did', async ({
  page,
  canvas,
  files,
  question,
  answer,
}) => {
  await visit(page)
  await files.openFolder(`${folder}/snapshot`)

  await expect(page.getByRole('button', { name: 'snapshot, rename the design' })).toBeVisible()

  await test.step('subnets stand in their VPC, and all of it is in sight', async () => {
    const subnets = canvas.area.getByRole('group', { name: /^Subnet / })
    await expect(subnets).toHaveCount(4)
    const vpc = await canvas.area.getByRole('group', { name: /^VPC / }).boundingBox()
    if (!vpc) throw new Error('no VPC is drawn')
    for (const subnet of await subnets.all()) {
      await expect(subnet).toBeInViewport({ ratio: 0.99 })
      const box = await subnet.boundingBox()
      expect(box && box.x > vpc.x && box.x + box.width < vpc.x + vpc.width).toBe(true)
      expect(box && box.y > vpc.y && box.y + box.height < vpc.y + vpc.height).toBe(true)
    }
  })

  await test.step('questions that packets answered', async () => {
    const asked = await recorded()
    for (const verdict of [true, false]) {
      const each = asked.find(({ protocol, forward }) => protocol === 'tcp' && forward === verdict)
      if (!each) throw new Error('nothing of that kind was recorded')
      await question.ask(each.from.id, each.to.ip, `tcp ${each.dstPort}`)
      await answer.says(verdict ? 'Reachable' : 'Blocked')
    }
  })
})

test('what a snapshot holds and is not modelled is listed, each with its place', async ({
  page,
  canvas,
  files,
}) => {
  await visit(page)
  await files.openFolder('src/scenarios/snapshots/transit-gateway/snapshot')
  await expect(files.report).toHaveAccessibleName(/^Opened /)
  const said = files.report.getByRole('listitem')
  await expect(said.filter({ hasText: /tgw-/ }).first()).toBeVisible()
  await expect(said.first().locator('code')).toHaveText(/\S/)
  await files.report.getByRole('button', { name: 'Go to the design' }).click()
  await expect(files.report).toHaveCount(0)
  await expect(canvas.area.getByRole('group', { name: /^VPC / })).not.toHaveCount(0)
})

interface Recorded {
  readonly from: { readonly id: string }
  readonly to: { readonly ip: string }
  readonly protocol: string
  readonly dstPort: number
  readonly forward: boolean
}

async function recorded(): Promise<readonly Recorded[]> {
  const lines = (await readFile(`${folder}/verdicts.jsonl`, 'utf8')).trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Recorded)
}
