package org.sizewright.placement.exact;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.List;

/** One host as part of a program: how many machines of each class it holds by processors, memory, network cards, and what its GPUs can
 * carry. */
final class HostProgram {
    private final IntVar[] machines;
    private final IntVar[][] patterns;

    /** @param wanted machines of each class that the host may hold at most */
    HostProgram(CpModel program, CountModel model, Bin host, int[] wanted) {
        machines = new IntVar[model.classes()];
        LinearExprBuilder vcpu = LinearExpr.newBuilder();
        LinearExprBuilder memory = LinearExpr.newBuilder();
        LinearExprBuilder nics = LinearExpr.newBuilder();
        LinearExprBuilder[] taken = new LinearExprBuilder[model.shares()];
        for (int share = 0; share < taken.length; share++) {
            taken[share] = LinearExpr.newBuilder();
        }
        for (int i = 0; i < machines.length; i++) {
            machines[i] = program.newIntVar(0, model.most(host, i, wanted[i]), "");
            vcpu.addTerm(machines[i], model.vmClass(i).vcpu());
            memory.addTerm(machines[i], model.vmClass(i).memoryGib());
            nics.addTerm(machines[i], host.nicsOf().get(i));
            for (int share = 0; share < taken.length; share++) {
                if (model.units(i, share) > 0) {
                    taken[share].addTerm(machines[i], model.units(i, share));
                }
            }
        }
        program.addLessOrEqual(vcpu, host.vcpu());
        program.addLessOrEqual(memory, host.memoryGib());
        program.addLessOrEqual(nics, host.nics());
        host.freeGroups().forEach((size, free) -> {
            LinearExprBuilder groups = LinearExpr.newBuilder();
            for (int i = 0; i < machines.length; i++) {
                groups.addTerm(machines[i], host.groupsOf(model.vmClass(i).gpu(), size));
            }
            program.addLessOrEqual(groups, free);
        });
        patterns = new IntVar[host.stocks().size()][];
        for (int stock = 0; stock < patterns.length; stock++) {
            Bin.Stock gpus = host.stocks().get(stock);
            patterns[stock] = new IntVar[gpus.patterns().size()];
            LinearExprBuilder used = LinearExpr.newBuilder();
            for (int i = 0; i < patterns[stock].length; i++) {
                patterns[stock][i] = program.newIntVar(0, gpus.size(), "");
                used.add(patterns[stock][i]);
                List<Integer> counts = gpus.patterns().get(i).counts();
                for (int share = 0; share < taken.length; share++) {
                    taken[share].addTerm(patterns[stock][i], -counts.get(share));
                }
            }
            program.addLessOrEqual(used, gpus.size());
        }
        for (LinearExprBuilder share : taken) {
            program.addLessOrEqual(share, 0);
        }
    }

    /** How many machines of a class it holds. */
    IntVar machines(int vmClass) {
        return machines[vmClass];
    }

    /** What the solver found. @param bin number of this host in the model */
    Fill read(int bin, CpSolver solver) {
        int[] counts = new int[machines.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) solver.value(machines[i]);
        }
        int[][] used = new int[patterns.length][];
        for (int stock = 0; stock < used.length; stock++) {
            used[stock] = new int[patterns[stock].length];
            for (int i = 0; i < used[stock].length; i++) {
                used[stock][i] = (int) solver.value(patterns[stock][i]);
            }
        }
        return new Fill(bin, counts, used);
    }
}
