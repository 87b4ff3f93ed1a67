import { sizeOfPng } from '../screens/picture.ts'
import { expect, saved, startBlank, test } from '../story.ts'

test('a newcomer draws a network, asks, breaks it, reads why, mends it, and takes it away', async ({
  page,
  canvas,
  inspector,
  question,
  ask,
  answer,
  files,
}) => {
  await startBlank(page)

  await test.step('a VPC, two zones, public and private subnets, by drag and drop', async () => {
    await canvas.place('VPC', { named: 'main' })
    for (const zone of ['a', 'c']) {
      await canvas.place('Availability Zone', { inside: 'main', named: `zone-${zone}` })
      await canvas.place('Subnet', { inside: `zone-${zone}`, named: `public-${zone}` })
      await canvas.place('Subnet', { inside: `zone-${zone}`, named: `private-${zone}` })
    }
    await expect(canvas.container('private-c')).toContainText('10.0.3.0/24')
  })

  await test.step('an internet gateway, a NAT gateway and an instance', async () => {
    await canvas.place('Internet gateway', { inside: 'main', named: 'igw' })
    await canvas.place('NAT gateway', { inside: 'public-a', named: 'nat' })
    await canvas.place('Instance', { inside: 'private-a', named: 'app' })
    await expect(canvas.badge('app')).toHaveText(/^Does not reach the internet/)
  })

  await test.step('the routes, in the inspector', async () => {
    await canvas.select('public-a')
    await inspector.unfold('Use another route table')
    await inspector.set('Route table', 'A new route table')
    await inspector.addRoute('0.0.0.0/0', 'igw')
    await expect(canvas.container('public-a')).toHaveAccessibleName('Subnet public-a, public')
    await expect(inspector.panel).toContainText('Public, because')

    await canvas.select('private-a')
    await inspector.unfold('Use another route table')
    await inspector.set('Route table', 'A new route table')
    await inspector.addRoute('0.0.0.0/0', 'nat')
    await expect(canvas.container('private-a')).toHaveAccessibleName('Subnet private-a, private')
    await expect(canvas.badge('app')).toHaveText(/^Reaches the internet/)
  })

  await test.step('does the instance reach the internet?', async () => {
    await ask('app', 'internet', 'tcp 443')
    await answer.says('Reachable')
    await expect(answer.hops('Request')).not.toHaveCount(0)
    await expect(answer.hops('Reply')).not.toHaveCount(0)
    await expect(canvas.light).toHaveAttribute('d', /^M/)
    await question.done.click()
  })

  await test.step('without the route it is blocked, and the answer names the table', async () => {
    await canvas.select('private-a')
    await inspector.press('Remove route')
    await question.trace.click()
    await answer.says('Blocked')
    await expect(answer.blockers).toHaveCount(1)
    await expect(answer.blockers).toContainText(/rt-\S+ has no route/)
    await expect(answer.blockers.getByRole('row', { name: /0\.0\.0\.0\/0 missing/ })).toBeVisible()
    await expect(canvas.flag(/^rt-\S+ has no route$/)).toBeVisible()
  })

  await test.step('one click mends it', async () => {
    await answer.fix(/^Add route 0\.0\.0\.0\/0 to nat in rt-/).click()
    await answer.says('Reachable')
    await expect(canvas.stops).toHaveCount(0)
  })

  const before = JSON.parse(String(await files.export('JSON'))) as Kept
  await test.step('the picture and the file', async () => {
    const { width, height } = sizeOfPng(await files.export('PNG'))
    expect(width).toBeGreaterThan(600)
    expect(height).toBeGreaterThan(400)
    const names = Object.values(before.resources).map((resource) => resource.name)
    expect(names).toEqual(
      expect.arrayContaining([
        'main',
        'zone-a',
        'zone-c',
        'public-a',
        'private-a',
        'public-c',
        'private-c',
        'igw',
        'nat',
        'app',
      ]),
    )
  })

  await test.step('after a reload everything is there', async () => {
    await saved(page)
    await page.reload()
    await answer.says('Reachable')
    await expect(canvas.card('app')).toBeVisible()
    await expect(question.from).toHaveValue('app')
    const after = JSON.parse(String(await files.export('JSON'))) as Kept
    expect(after).toEqual(before)
  })
})

interface Kept {
  readonly resources: Readonly<Record<string, { readonly name: string }>>
}
