import { expect, test, visit } from '../story.ts'

test('the first page already shows an example, and the way of a packet through it', async ({
  page,
  canvas,
  question,
  answer,
}) => {
  await visit(page)
  await expect(page).toHaveTitle(/Pathlight/)
  await expect(question.from).toHaveValue('app-1')
  await expect(question.to).toHaveValue('internet')
  await expect(question.service).toHaveValue('tcp 443')

  await answer.says('Reachable')
  await expect(answer.panel).toContainText(
    'app-1 can open tcp 443 to the internet, and the replies come back',
  )
  await expect(answer.hops('Request')).toHaveCount(6)
  await expect(answer.hops('Reply')).toHaveCount(5)
  await expect(answer.hops('Request').nth(3)).toContainText('nat-a')

  await expect(canvas.light).toHaveCount(1)
  await expect(canvas.light).toHaveAttribute('d', /^M.+L/)
  await expect(canvas.reply.first()).toHaveAttribute('d', /^M/)
  await expect(canvas.card('app-2')).toBeInViewport({ ratio: 0.99 })
  await expect(canvas.card('Internet')).toBeInViewport({ ratio: 0.99 })
})

test('the hops on the canvas and in the list walk together', async ({ page, canvas, answer }) => {
  await visit(page)
  await answer.player.getByRole('button', { name: 'Next hop' }).click()
  await expect(answer.hops('Request').nth(1)).toHaveAttribute('aria-current', 'step')
  await expect(canvas.hop(2).first()).toHaveAttribute('aria-current', 'step')

  await answer.hops('Reply').first().getByRole('button').first().click()
  await expect(answer.player).toContainText('Hop 7 of 11')
  await expect(canvas.hop(7).first()).toHaveAttribute('aria-current', 'step')

  await answer.player.getByRole('slider', { name: 'Hop' }).press('End')
  await expect(answer.hops('Reply').last()).toHaveAttribute('aria-current', 'step')
})
