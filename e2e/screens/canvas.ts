// The canvas, in a person's words: things are dragged from the palette onto it, moved, selected and read.
import { expect, type Locator, type Page } from '@playwright/test'
import { exactly } from './words.ts'

interface Place {
  /** The container it is dropped into; without one, the bare canvas. */
  readonly inside?: string
  /** The name it is given in the inspector once it stands. */
  readonly named?: string
}

interface Point {
  readonly x: number
  readonly y: number
}

export class Canvas {
  readonly area: Locator
  readonly zoom: Locator
  readonly map: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.area = page.getByRole('application', { name: 'Canvas' })
    this.zoom = this.area.getByRole('toolbar', { name: 'Zoom' })
    this.map = this.area.locator('svg[data-not-in-picture]')
  }

  /** A container, card or gateway by its name. */
  resource(name: string): Locator {
    return this.area.getByRole('group', { name: called(name) }).or(this.card(name))
  }

  container(name: string): Locator {
    return this.area.getByRole('group', { name: called(name) })
  }

  card(name: string): Locator {
    return this.area.getByRole('button', { name: called(name) })
  }

  /** Containers, cards and gateways together. */
  get everything(): Locator {
    return this.area.getByRole('group').or(this.area.locator('[role=button][aria-pressed]'))
  }

  /** What an instance shows of the internet: "Reaches the internet. The internet does not reach it." */
  badge(name: string): Locator {
    return this.card(name).getByText(/^[^.]*the internet[^.]*\. [^.]*the internet[^.]*\.$/i)
  }

  /** The light of the request, as drawn. */
  get light(): Locator {
    return this.area.locator('svg path[class*="core"]')
  }

  get reply(): Locator {
    return this.area.locator('svg path[class*="reply"]')
  }

  hop(number: number): Locator {
    return this.area.getByRole('button', { name: new RegExp(`^Hop ${number}\\b`) })
  }

  /** The octagons that stop the packet. */
  get stops(): Locator {
    return this.area.getByRole('button', { name: /^Blocked: / })
  }

  /** The flag beside an octagon, which names the table and the rule. */
  flag(words: RegExp | string): Locator {
    return this.stops.getByText(words)
  }

  /** Drags a row of the palette to a free place and lets go there. */
  async place(kind: string, { inside, named }: Place = {}): Promise<void> {
    const before = await this.everything.count()
    await this.hold(kind, inside)
    await this.page.mouse.up()
    await expect.poll(() => this.everything.count()).toBeGreaterThan(before)
    if (named !== undefined) await this.rename(named)
  }

  /** Drags a row of the palette over a container and does not let go. */
  async hold(kind: string, over?: string): Promise<void> {
    const row = this.page
      .getByRole('region', { name: 'Palette' })
      .getByRole('button', { name: kind, exact: true })
    await row.scrollIntoViewIfNeeded()
    const from = await middleOf(row)
    const to = over === undefined ? await this.bare() : await this.free(over)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + 8, from.y + 4)
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
    await this.page.mouse.move(to.x, to.y, { steps: 4 })
  }

  /** Takes a card or the head of a container and lets it go in another container. */
  async drag(name: string, { to }: { readonly to: string }): Promise<void> {
    const from = await this.grip(name)
    const target = await this.free(to)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + 8, from.y + 6)
    await this.page.mouse.move(target.x, target.y, { steps: 8 })
    await this.page.mouse.up()
  }

  /** Takes it and does not let go yet: moved by so much on the screen. */
  async take(name: string, { x, y }: Point): Promise<void> {
    const from = await this.grip(name)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + x / 2, from.y + y / 2, { steps: 3 })
    await this.page.mouse.move(from.x + x, from.y + y, { steps: 3 })
  }

  /** Draws a line from the handle of the one to the middle of the other, and does not let go yet. */
  async connect(name: string, { to }: { readonly to: string }): Promise<void> {
    const head = await this.grip(name)
    await this.page.mouse.move(head.x, head.y)
    const from = await middleOf(this.resource(name).getByTitle('Drag to connect'))
    const target = (await this.card(to).count()) > 0 ? await middleOf(this.card(to)) : await this.free(to)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(target.x, target.y, { steps: 6 })
  }

  /** Draws a rectangle around some, with some room on every side. */
  async marquee(names: readonly string[], room: number): Promise<void> {
    await this.still()
    const boxes = await Promise.all(names.map((name) => this.resource(name).boundingBox()))
    const all = boxes.flatMap((box) => box ?? [])
    const x = Math.min(...all.map((box) => box.x)) - room
    const y = Math.min(...all.map((box) => box.y)) - room
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    const right = Math.max(...all.map((box) => box.x + box.width)) + room
    const bottom = Math.max(...all.map((box) => box.y + box.height)) + room
    await this.page.mouse.move(right, bottom, { steps: 6 })
    await this.page.mouse.up()
  }

  /** Where a person would click to place something in a container. */
  async placeIn(name: string): Promise<Point> {
    return this.free(name)
  }

  async select(name: string): Promise<void> {
    const { x, y } = await this.grip(name)
    await this.page.mouse.click(x, y)
  }

  /** What has just been placed is selected, and the inspector shows its name. */
  private async rename(name: string): Promise<void> {
    const field = this.page.getByRole('region', { name: 'Inspector' }).getByLabel('Name', { exact: true })
    await field.fill(name)
    await field.press('Enter')
    await expect(this.resource(name)).toBeVisible()
  }

  async fit(): Promise<void> {
    await this.zoom.getByRole('button', { name: 'Fit the design' }).click()
    await this.still()
  }

  /** Until the canvas has come to rest: it sets out a frame or two after what makes it, or a moment after a press. */
  async still(): Promise<void> {
    await this.area.evaluate(async (area) => {
      const frame = () => new Promise(requestAnimationFrame)
      const stands = () => area.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform
      for (let last = stands(), same = 0; same < 4; same++) {
        await frame()
        if (stands() !== last || area.hasAttribute('data-moves-soon')) [last, same] = [stands(), 0]
      }
    })
  }

  /** Where a person would take hold of it: the middle of a card, the name of a container. */
  private async grip(name: string): Promise<Point> {
    const card = this.card(name)
    const head = this.container(name).getByText(name, { exact: true }).first()
    await expect(this.resource(name)).toBeVisible()
    await this.still()
    return middleOf((await card.count()) > 0 ? card : head)
  }

  /** A place on the canvas where nothing stands. */
  private async bare(): Promise<Point> {
    await this.still()
    const boxes = await boxesOf(this.everything)
    return this.firstFree({ x: 240, y: 90, width: 780, height: 700 }, boxes)
  }

  /** A place in a container where no other container stands, and no card if there is room. */
  private async free(name: string): Promise<Point> {
    await this.still()
    const box = await this.container(name).boundingBox()
    if (!box) throw new Error(`${name} is not drawn`)
    const all = await boxesOf(this.everything)
    const others = all.filter((other) => !covers(other, box))
    return this.firstFree(box, others)
  }

  /** The first point of a grid, from the middle outwards, that lies in none of the boxes and on the canvas itself. */
  private async firstFree(within: Box, others: readonly Box[]): Promise<Point> {
    const steps = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88, 0.05, 0.95]
    for (const fy of steps)
      for (const fx of steps) {
        const point = { x: within.x + within.width * fx, y: within.y + within.height * fy }
        if (others.some((other) => holds(other, point))) continue
        const onCanvas = await this.area.evaluate(
          (area, { x, y }) => area.contains(document.elementFromPoint(x, y)),
          point,
        )
        if (onCanvas) return point
      }
    throw new Error('there is no free place')
  }
}

type Box = Point & { readonly width: number; readonly height: number }

/** The kind, the name, and for a subnet what was computed of it: "Subnet app-a, private". */
function called(name: string): RegExp {
  return new RegExp(`^[^,]+ ${exactly(name)}(, \\w+)?$`)
}

async function boxesOf(list: Locator): Promise<readonly Box[]> {
  return list.evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x, y, width, height }
    }),
  )
}

async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox()
  if (!box) throw new Error('it is not drawn')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Whether a container is, or is around, another one. */
function covers(outer: Box, inner: Box): boolean {
  const slack = 1
  return (
    outer.x <= inner.x + slack &&
    outer.y <= inner.y + slack &&
    outer.x + outer.width >= inner.x + inner.width - slack &&
    outer.y + outer.height >= inner.y + inner.height - slack
  )
}

function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height
}
